package io.receivables.command.period;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.period.ClosedPeriods.ClosedThrough;
import io.receivables.command.stream.LegalEntityRow;
import io.receivables.command.stream.LegalEntityRows;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Up to which day a legal entity is closed. It is in the entity's own row, which every decision reads {@code for share}: a
 * close takes the stronger lock, so it waits for what is on its way and is seen by what comes after.
 */
@Component
@Order(4)
public class ClosedPeriods implements GroupTable<LegalEntityId, ClosedThrough> {

    private final LegalEntityRows entities;
    private final Sql sql;

    ClosedPeriods(LegalEntityRows entities, Sql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    /** @param date the last day of the last closed month; null: nothing is closed */
    record ClosedThrough(@Nullable LocalDate date) {}

    /** As the commands of the running transaction have left it. */
    @Nullable
    LocalDate closedThrough(LegalEntityId entity) {
        var changed = CommitGroup.current().find(this, entity);
        return changed != null
                ? changed.date()
                : entities.find(entity).map(LegalEntityRow::closedThrough).orElse(null);
    }

    /**
     * Waits for the decisions of the entity that are on their way, and keeps later ones waiting until this transaction ends.
     *
     * @throws io.receivables.platform.problem.Refusal LEGAL_ENTITY_NOT_FOUND, also when the actor may not see it
     */
    public void lock(LegalEntityId entity) {
        if (entities.lock(entity).isEmpty() || !CommandContext.current().actor().maySee(entity)) {
            throw StreamType.LEGAL_ENTITY.notFound(entity.value());
        }
    }

    public void put(LegalEntityId entity, @Nullable LocalDate closedThrough) {
        CommitGroup.current().put(this, entity, new ClosedThrough(closedThrough));
    }

    @Override
    public void insert(Map<LegalEntityId, ClosedThrough> rows) {
        sql.update("""
                update command.legal_entity e set closed_through = new.closed_through::date
                  from (select unnest(?), unnest(?))
                         as new (entity, closed_through) where e.legal_entity = new.entity""",
                Column.of("text", rows.keySet(), LegalEntityId::value),
                Column.of("text", rows.values(), row -> row.date() == null ? null : row.date().toString()));
    }
}
