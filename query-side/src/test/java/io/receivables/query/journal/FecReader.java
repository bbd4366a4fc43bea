package io.receivables.query.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file in the layout of LPF A47 A-1, written by whoever, and says which of its rules are broken. */
final class FecReader {

    static final List<String> COLUMNS = List.of("JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum",
            "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit",
            "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise");

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]+(,[0-9]{1,3})?");
    private static final List<String> NEEDED = List.of("JournalCode", "JournalLib", "EcritureNum", "EcritureDate",
            "CompteNum", "CompteLib", "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "ValidDate");
    private static final List<String> DATES = List.of("EcritureDate", "PieceDate", "DateLet", "ValidDate");

    private final List<Map<String, String>> lines = new ArrayList<>();
    private final TreeSet<String> broken = new TreeSet<>();

    private FecReader() {}

    static FecReader read(byte[] file, Charset charset) {
        var reader = new FecReader();
        var text = new String(file, charset);
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        if (!text.endsWith("\n")) {
            reader.broken.add("the last record does not end");
        }
        var records = text.split("\r\n|\r|\n");
        var separator = records[0].indexOf('\t') > 0 ? "\t" : "|";
        reader.header(cells(records[0], separator));
        for (int i = 1; i < records.length; i++) {
            reader.line(cells(records[i], separator), i + 1);
        }
        reader.entries();
        reader.letters();
        return reader;
    }

    /** Lines without their header. */
    List<Map<String, String>> lines() {
        return lines;
    }

    /** The rules that are broken, each once for each place. */
    TreeSet<String> broken() {
        return broken;
    }

    Map<String, List<Map<String, String>>> entriesByNumber() {
        var entries = new LinkedHashMap<String, List<Map<String, String>>>();
        lines.forEach(line -> entries
                .computeIfAbsent(line.get("JournalCode") + " " + line.get("EcritureNum"), _ -> new ArrayList<>())
                .add(line));
        return entries;
    }

    static BigDecimal sum(List<Map<String, String>> lines, String column) {
        return lines.stream().map(line -> amount(line.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Debits less credits of the accounts that begin so. */
    BigDecimal balance(String account) {
        var of = lines.stream().filter(line -> line.getOrDefault("CompteNum", "").startsWith(account)).toList();
        return sum(of, "Debit").subtract(sum(of, "Credit"));
    }

    private static List<String> cells(String record, String separator) {
        return Arrays.stream(record.split(Pattern.quote(separator), -1)).map(String::strip).toList();
    }

    private void header(List<String> names) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (i >= names.size()
                    || !names.get(i).toLowerCase(Locale.ROOT).equals(COLUMNS.get(i).toLowerCase(Locale.ROOT))) {
                broken.add("column " + (i + 1) + " is not " + COLUMNS.get(i));
            }
        }
    }

    private void line(List<String> cells, int number) {
        // A separator after the last cell is common and harms nobody.
        if (cells.size() != COLUMNS.size() && !(cells.size() == COLUMNS.size() + 1 && cells.getLast().isEmpty())) {
            broken.add("line " + number + " has " + cells.size() + " cells");
            return;
        }
        var line = new HashMap<String, String>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            line.put(COLUMNS.get(i), cells.get(i));
        }
        lines.add(line);
        for (var needed : NEEDED) {
            if (cell(line, needed).isEmpty()) {
                broken.add("line " + number + " has no " + needed);
            }
        }
        for (var date : DATES) {
            if (!cell(line, date).isEmpty() && !isDate(cell(line, date))) {
                broken.add("line " + number + " has no date in " + date);
            }
        }
        for (var amount : List.of("Debit", "Credit")) {
            if (!AMOUNT.matcher(cell(line, amount)).matches()) {
                broken.add("line " + number + " has no amount in " + amount);
            }
        }
        if (cell(line, "EcritureLet").isEmpty() != cell(line, "DateLet").isEmpty()) {
            broken.add("a letter without its date, or a date without its letter");
        }
        if (cell(line, "CompAuxNum").isEmpty() != cell(line, "CompAuxLib").isEmpty()) {
            broken.add("line " + number + " has half an auxiliary account");
        }
        if (!cell(line, "CompAuxNum").isEmpty() && !cell(line, "CompteNum").startsWith("4")) {
            broken.add("line " + number + " has an auxiliary account of " + cell(line, "CompteNum"));
        }
        if (cell(line, "Montantdevise").isEmpty() != cell(line, "Idevise").isEmpty()) {
            broken.add("line " + number + " has half a foreign amount");
        }
    }

    private void entries() {
        var last = new HashMap<String, Long>();
        entriesByNumber().forEach((number, of) -> {
            if (sum(of, "Debit").compareTo(sum(of, "Credit")) != 0) {
                broken.add("entry " + number + " does not balance");
            }
            if (of.stream().map(line -> line.get("EcritureDate")).distinct().count() > 1) {
                broken.add("entry " + number + " has two dates");
            }
            var journal = cell(of.getFirst(), "JournalCode");
            long count = Long.parseLong(cell(of.getFirst(), "EcritureNum"));
            var before = last.put(journal, count);
            if (before != null && count != before + 1) {
                broken.add("journal " + journal + " goes from " + before + " to " + count);
            }
        });
    }

    private void letters() {
        var sums = new HashMap<String, BigDecimal>();
        lines.stream()
                .filter(line -> !cell(line, "EcritureLet").isEmpty())
                .forEach(line -> sums.merge(cell(line, "CompteNum") + cell(line, "CompAuxNum") + " "
                        + cell(line, "EcritureLet"),
                        amount(cell(line, "Debit")).subtract(amount(cell(line, "Credit"))), BigDecimal::add));
        sums.forEach((letter, sum) -> {
            if (sum.signum() != 0) {
                broken.add("letter " + letter + " is at " + sum);
            }
        });
    }

    private static String cell(Map<String, String> line, String column) {
        return line.getOrDefault(column, "");
    }

    private static BigDecimal amount(@Nullable String text) {
        return text == null || text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text.replace(',', '.'));
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            return text.length() == 8;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static byte[] sample(String name) {
        try (var file = FecReader.class.getResourceAsStream("/fec/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FecReader utf8(byte[] file) {
        return read(file, StandardCharsets.UTF_8);
    }
}
