package io.receivables.query.audit.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that one fact should have left, by table. */
final class Expected {

    private final long position;
    private final String entity;
    private final Map<ProvedTable, List<@Nullable String[]>> rows = new EnumMap<>(ProvedTable.class);

    /** @param entity the legal entity that the fact belongs to */
    Expected(long position, String entity) {
        this.position = position;
        this.entity = entity;
    }

    long position() {
        return position;
    }

    String entity() {
        return entity;
    }

    void add(ProvedTable table, @Nullable String... columns) {
        if (columns.length != table.columns().size()) {
            throw new IllegalArgumentException(table + " has " + table.columns().size() + " columns, not "
                    + columns.length);
        }
        rows.computeIfAbsent(table, _ -> new ArrayList<>(2)).add(columns);
    }

    List<@Nullable String[]> of(ProvedTable table) {
        return rows.getOrDefault(table, List.of());
    }
}
