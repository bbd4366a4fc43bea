package io.receivables.query.journal;

import io.receivables.query.edge.Table;
import io.receivables.query.journal.JournalEntry.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries as a file, a row for each line. */
final class JournalTable {

    private static final List<String> COLUMNS = List.of("journal", "number", "accountingDate", "position", "type",
            "effectiveDate", "recordedAt", "pieceNumber", "pieceDate", "account", "label", "role", "taxRate",
            "accountId", "customerId", "debit", "credit", "currency", "letter", "letterDate");

    private JournalTable() {}

    static Table of(List<JournalEntry> entries) {
        var rows = new ArrayList<List<@Nullable Object>>();
        entries.forEach(entry -> entry.lines().forEach(line -> rows.add(cells(entry, line))));
        return new Table(COLUMNS, rows);
    }

    private static List<@Nullable Object> cells(JournalEntry entry, Line line) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(entry.journalCode());
        cells.add(entry.number());
        cells.add(entry.accountingDate());
        cells.add(entry.position());
        cells.add(entry.type());
        cells.add(entry.effectiveDate());
        cells.add(entry.recordedAt().toString());
        cells.add(entry.pieceNumber());
        cells.add(entry.pieceDate());
        // A number that is a text: a spreadsheet shall not round or pad it.
        cells.add(line.account());
        cells.add(line.label());
        cells.add(line.role().name());
        cells.add(line.taxRate() == null ? null : line.taxRate().value());
        cells.add(line.accountId());
        cells.add(line.customerId());
        cells.add(line.debit().amount());
        cells.add(line.credit().amount());
        cells.add(entry.currency().getCurrencyCode());
        cells.add(line.letter());
        cells.add(line.letterDate());
        return cells;
    }
}
