package io.receivables.query.audit.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is open, and the totals of movements, added up from the movements of the second reading. */
final class Sums {

    static final List<ProvedTable> TABLES = List.of(ProvedTable.OPEN_ITEM, ProvedTable.ACCOUNT_TOTAL,
            ProvedTable.MONTH_TOTAL, ProvedTable.MOVEMENT_TOTAL, ProvedTable.KIND_TOTAL);

    private final Map<ProvedTable, Map<List<String>, Sum>> sums = new EnumMap<>(ProvedTable.class);
    private final Map<String, String> months = new HashMap<>();
    private String recordedMonth = "";
    private long monthIsKnownUntil;

    private static final class Sum {

        private final @Nullable String[] key;
        private BigInteger amount = BigInteger.ZERO;
        private BigInteger debt = BigInteger.ZERO;
        private long movements;

        private Sum(@Nullable String[] key) {
            this.key = key;
        }

        private void add(Movement movement) {
            var more = BigInteger.valueOf(movement.amount());
            amount = amount.add(more);
            if (movement.dueDate() != null) {
                debt = debt.add(more);
            }
            movements++;
        }

        /** As a row of the table: the key, the amount, and what else is summed. */
        private @Nullable String[] row(ProvedTable table) {
            var row = Arrays.copyOf(key, key.length + valuesOf(table));
            row[key.length] = amount.toString();
            if (table == ProvedTable.MOVEMENT_TOTAL) {
                row[key.length + 1] = Long.toString(movements);
            } else if (table == ProvedTable.ACCOUNT_TOTAL) {
                row[key.length + 1] = debt.toString();
            }
            return row;
        }
    }

    Sums() {
        TABLES.forEach(table -> sums.put(table, new HashMap<>()));
    }

    /** In the order in which they were recorded. */
    void add(Movement it) {
        open(it);
        if (it.account() == null) {
            return; // cash that nobody has identified is in no total
        }
        var recorded = recordedMonth(it.recordedAt());
        add(ProvedTable.ACCOUNT_TOTAL, it, it.account(), it.entity(), it.currency());
        add(ProvedTable.MOVEMENT_TOTAL, it, it.entity(), it.currency(), it.effective(), recorded,
                it.receivableClass());
        add(ProvedTable.KIND_TOTAL, it, it.entity(), it.currency(), it.effective(), recorded, it.receivableClass(),
                it.documentType(), it.kind());
        var effective = months.computeIfAbsent(it.effective(), date -> date.substring(0, 8) + "01");
        add(ProvedTable.MONTH_TOTAL, it, it.entity(), it.currency(), "DUE_DATE", effective, recorded, it.dueDate(),
                it.receivableClass());
        // What does not fall due does not grow old.
        add(ProvedTable.MONTH_TOTAL, it, it.entity(), it.currency(), "DOCUMENT_DATE", effective, recorded,
                it.dueDate() == null ? null : it.documentDate(), it.receivableClass());
    }

    private void open(Movement it) {
        var sum = add(ProvedTable.OPEN_ITEM, it, it.documentType(), it.documentId(), it.instalment(), it.account(),
                it.entity(), it.currency(), it.documentDate(), it.dueDate(), it.receivableClass());
        if (sum.amount.signum() == 0) {
            of(ProvedTable.OPEN_ITEM).remove(Arrays.asList(sum.key));
        }
    }

    private Sum add(ProvedTable table, Movement movement, @Nullable String... key) {
        var sum = of(table).computeIfAbsent(Arrays.asList(key), _ -> new Sum(key));
        sum.add(movement);
        return sum;
    }

    private String recordedMonth(long micros) {
        if (micros >= monthIsKnownUntil) {
            recordedMonth = Micros.month(micros);
            monthIsKnownUntil = Micros.nextMonth(micros);
        }
        return recordedMonth;
    }

    private Map<List<String>, Sum> of(ProvedTable table) {
        return Objects.requireNonNull(sums.get(table));
    }

    /** The row of a total that has the same key as this one, which is taken out; null if there is none. */
    @Nullable
    String @Nullable [] take(ProvedTable table, @Nullable String[] row) {
        var sum = of(table).remove(Arrays.asList(Arrays.copyOf(row, row.length - valuesOf(table))));
        return sum == null ? null : sum.row(table);
    }

    /** Those that nobody has taken. */
    List<@Nullable String[]> left(ProvedTable table) {
        var left = new ArrayList<@Nullable String[]>();
        of(table).values().forEach(sum -> left.add(sum.row(table)));
        return left;
    }

    private static int valuesOf(ProvedTable table) {
        return table == ProvedTable.MOVEMENT_TOTAL || table == ProvedTable.ACCOUNT_TOTAL ? 2 : 1;
    }
}
