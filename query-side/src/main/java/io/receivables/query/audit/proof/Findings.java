package io.receivables.query.audit.proof;

import io.receivables.query.audit.proof.Proof.Difference;
import io.receivables.query.audit.proof.Proof.Projection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was compared and what differs, by legal entity and table. */
final class Findings {

    /** However many legal entities there are, the result has to fit in memory. */
    private static final int MOST_TOLD = 2_000;

    private final Map<String, Map<ProvedTable, Tally>> tallies = new TreeMap<>();
    private int told;

    private static final class Tally {

        private long rows;
        private long differences;
        private final List<Difference> first = new ArrayList<>();
    }

    /** @param entity null where no legal entity is known: it then concerns all of them */
    void read(ProvedTable table, @Nullable String entity, long rows) {
        tally(table, entity).rows += rows;
    }

    /**
     * A difference.
     *
     * @param expected null for a row that should not be there
     * @param found null for a row that is missing
     */
    void differs(ProvedTable table, @Nullable String entity, String key, @Nullable String @Nullable [] expected,
            @Nullable String @Nullable [] found) {
        var tally = tally(table, entity);
        tally.differences++;
        if (tally.first.size() < Outcome.TOLD && told++ < MOST_TOLD) {
            tally.first.add(new Difference(key, expected == null ? null : table.shown(expected),
                    found == null ? null : table.shown(found)));
        }
    }

    private Tally tally(ProvedTable table, @Nullable String entity) {
        return tallies.computeIfAbsent(Objects.requireNonNullElse(entity, Outcome.OF_ALL),
                _ -> new EnumMap<>(ProvedTable.class)).computeIfAbsent(table, _ -> new Tally());
    }

    Outcome upTo(long position) {
        var entities = new TreeMap<String, List<Projection>>();
        tallies.forEach((entity, tables) -> {
            var projections = new ArrayList<Projection>();
            tables.forEach((table, tally) -> projections.add(new Projection(table.table(), tally.rows,
                    tally.differences, List.copyOf(tally.first))));
            entities.put(entity, projections);
        });
        return new Outcome(position, entities);
    }
}
