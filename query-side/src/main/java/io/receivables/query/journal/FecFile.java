package io.receivables.query.journal;

import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.journal.JournalEntry.Line;
import io.receivables.query.ledger.CustomerNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries in the layout of the "fichier des écritures comptables" (LPF A47 A-1): 18 columns in their order, separated
 * by tabs, the first line their names, records ending with CR LF, dates AAAAMMJJ, decimals with a comma. These are the journals
 * of receivables, for import into the general ledger, and not the FEC of the company.
 */
final class FecFile {

    private static final List<String> COLUMNS = List.of("JournalCode", "JournalLib", "EcritureNum", "EcritureDate",
            "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef", "PieceDate", "EcritureLib", "Debit",
            "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise");
    private static final String END = "\r\n";
    private static final ResourceBundle FACTS = ResourceBundle.getBundle("receivables-pages", Locale.FRENCH);

    private final Writer out;
    private final LegalEntityResource entity;
    private final CustomerNames names;
    private final Map<String, String> known = new HashMap<>();

    FecFile(Writer out, LegalEntityResource entity, CustomerNames names) {
        this.out = out;
        this.entity = entity;
        this.names = names;
        record(COLUMNS);
    }

    /** The name that the decree asks for: SIREN, FEC, the last day. */
    static String name(String siren, LocalDate closing) {
        return siren + "FEC" + day(closing) + ".txt";
    }

    void write(JournalEntry entry) {
        entry.lines().forEach(line -> record(cells(entry, line)));
    }

    private List<String> cells(JournalEntry entry, Line line) {
        boolean auxiliary = line.role() == AccountRole.RECEIVABLE && line.accountId() != null;
        boolean foreign = !entry.currency().equals(entity.baseCurrency());
        return List.of(entry.journalCode(), entry.journalLabel(), Long.toString(entry.number()),
                day(entry.accountingDate()), line.account(), line.label(),
                auxiliary && line.customerId() != null ? line.customerId() : "",
                auxiliary ? name(line) : "", entry.pieceNumber(), day(entry.pieceDate()),
                FACTS.getString("event." + entry.type()) + " " + entry.pieceNumber(), amount(line.debit()),
                amount(line.credit()), line.letter() == null ? "" : line.letter(),
                line.letterDate() == null ? "" : day(line.letterDate()),
                day(LocalDate.ofInstant(entry.recordedAt(), entity.timeZone())),
                foreign ? amount(line.debit().minus(line.credit())) : "",
                foreign ? entry.currency().getCurrencyCode() : "");
    }

    /** Names can be erased; the customer's number then stands for it. */
    private String name(Line line) {
        var account = Objects.requireNonNull(line.accountId());
        return known.computeIfAbsent(account, it -> names.of(List.of(it))
                .getOrDefault(it, line.customerId() == null ? it : line.customerId()));
    }

    private void record(List<String> cells) {
        try {
            out.write(String.join("\t", cells.stream().map(FecFile::clean).toList()));
            out.write(END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Neither separator may stand in a cell, whichever of the two the reader takes. */
    private static String clean(String cell) {
        return cell.replaceAll("[\\t|\\r\\n\\p{Cntrl}]+", " ").strip();
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "" : date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String amount(Money money) {
        return money.amount().toPlainString().replace('.', ',');
    }
}
