package io.receivables.standalone.bookimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.receivables.events.money.Money;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads all rows of a file, and finds what only the whole file can show. */
final class BookReader {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final BookKind kind;
    private final Mapping mapping;
    private final Dialect dialect;

    BookReader(BookKind kind, Mapping mapping, Dialect dialect) {
        this.kind = kind;
        this.mapping = mapping;
        this.dialect = dialect;
    }

    /** @throws ImportRefused when the file as a whole cannot be read */
    ReadBook read(Path file) throws IOException {
        try (Reader text = new InputStreamReader(Files.newInputStream(file), dialect.charset().newDecoder());
                var csv = CsvReader.builder().fieldSeparator(dialect.delimiter()).ofCsvRecord(text)) {
            return read(file, csv.iterator());
        } catch (CsvParseException | UncheckedIOException failure) {
            throw failure.getCause() instanceof CharacterCodingException
                    ? new ImportRefused(file + " is not written in " + dialect.charset() + ": name its --charset")
                    : new ImportRefused(file + " cannot be read as CSV: " + failure.getMessage());
        }
    }

    private ReadBook read(Path file, Iterator<CsvRecord> records) {
        var header = List.<String>of();
        if (dialect.header()) {
            if (!records.hasNext()) {
                throw new ImportRefused(file + " is empty");
            }
            header = records.next().getFields().stream().map(it -> it.replace(BYTE_ORDER_MARK, "").strip()).toList();
        }
        var columns = new Columns(header, mapping);
        var reader = new RowReader(kind, columns, dialect);
        var rows = new ArrayList<BookRow>();
        while (records.hasNext()) {
            var row = records.next();
            if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(reader.read(row.getStartingLineNumber(), row.getFields()));
            }
        }
        return new ReadBook(withoutDoubles(withClearSigns(rows, columns), columns), columns);
    }

    /**
     * In a file that writes some amounts below zero, a credit or payment above zero may be a debit: taking a payment back,
     * for example. Nobody can know, so it is refused.
     */
    private static List<BookRow> withClearSigns(List<BookRow> rows, Columns columns) {
        boolean signed = rows.stream().anyMatch(row -> row.written() != null && row.written().isNegative());
        return rows.stream()
                .map(row -> signed && row.item() != null && row.item().kind() != DocumentKind.INVOICE
                        && row.written() != null && row.written().isPositive()
                                ? refused(row, row.written(), columns.nameOf(Field.TYPE), "SIGN_UNCLEAR",
                                        "other amounts of the file are below zero, this " + row.item().kind() + " of "
                                                + row.written() + " is not")
                                : row)
                .toList();
    }

    private static BookRow refused(BookRow row, @Nullable Money amount, String column, String code, String detail) {
        return new BookRow(row.line(), row.written(), amount, null,
                List.of(new Finding(row.line(), column, code, detail)));
    }

    /** The server would take a second row with the same words for a repetition of the first. */
    private static List<BookRow> withoutDoubles(List<BookRow> rows, Columns columns) {
        Map<String, Long> first = new HashMap<>();
        return rows.stream().map(row -> {
            var item = row.item();
            if (item == null || item.number() == null) {
                return row;
            }
            var seen = first.putIfAbsent(item.kind() + " " + item.number(), row.line());
            return seen == null
                    ? row
                    : refused(row, row.amount(), columns.nameOf(Field.NUMBER), "NUMBER_DOUBLED",
                            item.number() + " stands in line " + seen + " already");
        }).toList();
    }
}
