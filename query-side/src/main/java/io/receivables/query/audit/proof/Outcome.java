package io.receivables.query.audit.proof;

import io.receivables.query.audit.proof.Proof.Difference;
import io.receivables.query.audit.proof.Proof.Projection;
import io.receivables.query.edge.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A whole comparison, of all legal entities.
 *
 * @param entities by code; {@link #OF_ALL} for what is common to all, or belongs to nobody
 */
record Outcome(long position, Map<String, List<Projection>> entities) {

    static final String OF_ALL = "*";

    /** So many differences of a table are told in full; the others are counted. */
    static final int TOLD = 20;

    long differences() {
        return entities.values().stream().flatMap(List::stream).mapToLong(Projection::differences).sum();
    }

    /** As somebody sees it who may see these legal entities. */
    Proof seenBy(Scope scope) {
        var projections = new ArrayList<Projection>();
        for (var table : ProvedTable.values()) {
            long rows = 0;
            long differences = 0;
            var first = new ArrayList<Difference>();
            for (var entity : entities.entrySet()) {
                if (entity.getKey().equals(OF_ALL) || scope.all() || scope.entities().contains(entity.getKey())) {
                    for (var one : entity.getValue()) {
                        if (one.name().equals(table.table())) {
                            rows += one.rows();
                            differences += one.differences();
                            first.addAll(one.first());
                        }
                    }
                }
            }
            projections.add(new Projection(table.table(), rows, differences,
                    List.copyOf(first.subList(0, Math.min(TOLD, first.size())))));
        }
        return new Proof(position, List.copyOf(projections),
                projections.stream().allMatch(table -> table.differences() == 0));
    }
}
