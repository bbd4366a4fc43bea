package io.receivables.query.statement;

import io.receivables.query.edge.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as a file: the first and the last row are the balances. */
public final class StatementTable {

    private static final List<String> COLUMNS = List.of("date", "type", "documentType", "documentId", "number",
            "amount",
            "balance", "currency", "position");

    private StatementTable() {}

    public static Table of(Statement statement) {
        var currency = statement.currency().getCurrencyCode();
        var rows = new ArrayList<List<@Nullable Object>>();
        rows.add(balance("OPENING_BALANCE", statement.from(), statement.openingBalance().amount(), currency));
        statement.lines()
                .forEach(line -> rows.add(row(line.effectiveDate(), line.type(), line.documentType().name(),
                        line.documentId(), line.number(), line.amount().amount(), line.balance().amount(), currency,
                        line.position())));
        rows.add(balance("CLOSING_BALANCE", statement.to(), statement.closingBalance().amount(), currency));
        return new Table(COLUMNS, rows);
    }

    private static List<@Nullable Object> balance(String type, LocalDate date, BigDecimal amount, String currency) {
        return row(date, type, null, null, null, null, amount, currency, null);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
