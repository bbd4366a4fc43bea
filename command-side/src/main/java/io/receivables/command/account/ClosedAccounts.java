package io.receivables.command.account;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.stream.LegalEntityRow;
import io.receivables.command.stream.LegalEntityRows;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which accounts are closed. The legal entity's row, which a decision holds {@code for share}, tells how many changes there
 * were; what was read of them is kept between transactions. Who closes an account takes the stronger lock.
 */
@Component
@Order(4)
public class ClosedAccounts implements GroupTable<AccountId, ClosedAccounts.Change> {

    private final LegalEntityRows entities;
    private final JdbcClient jdbc;
    private final Sql sql;
    private final Map<LegalEntityId, Known> known = new ConcurrentHashMap<>();

    ClosedAccounts(LegalEntityRows entities, JdbcClient jdbc, Sql sql) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /** @param closedDate null: open again */
    record Change(LegalEntityId legalEntity, @Nullable LocalDate closedDate) {}

    /** @param changes how many of them it contains */
    private record Known(int changes, Map<String, LocalDate> closedDates) {

        static final Known NOTHING = new Known(0, Map.of());
    }

    /** From when on the account is closed, as the commands of the running transaction have left it; null: it is open. */
    public @Nullable LocalDate closedDate(LegalEntityId entity, AccountId id) {
        var changed = CommitGroup.current().find(this, id);
        if (changed != null) {
            return changed.closedDate();
        }
        int changes = entities.find(entity).map(LegalEntityRow::accountClosures).orElse(0);
        return changes == 0 ? null : upTo(entity, changes).closedDates().get(id.value());
    }

    /** Keeps every decision of the entity waiting until this transaction ends. */
    public void lock(LegalEntityId entity) {
        entities.lock(entity);
    }

    public void put(LegalEntityId entity, AccountId id, @Nullable LocalDate closedDate) {
        CommitGroup.current().put(this, id, new Change(entity, closedDate));
    }

    private Known upTo(LegalEntityId entity, int changes) {
        var kept = known.compute(entity, (_, before) -> before == null
                ? read(entity, Known.NOTHING, changes)
                : before.changes() < changes ? read(entity, before, changes) : before);
        // A dry run may look at less than others have read since.
        return kept.changes() == changes ? kept : read(entity, Known.NOTHING, changes);
    }

    private Known read(LegalEntityId entity, Known before, int changes) {
        var dates = new HashMap<>(before.closedDates());
        jdbc.sql("""
                select account_id, closed_date from command.account_closure
                 where legal_entity = ? and version > ? and version <= ? order by version""")
                .params(entity.value(), before.changes(), changes)
                .query(row -> {
                    var date = row.getObject(2, LocalDate.class);
                    if (date == null) {
                        dates.remove(row.getString(1));
                    } else {
                        dates.put(row.getString(1), date);
                    }
                });
        return new Known(changes, Map.copyOf(dates));
    }

    @Override
    public void insert(Map<AccountId, Change> rows) {
        sql.update("""
                insert into command.account_closure (legal_entity, version, account_id, closed_date)
                select new.entity,
                       e.account_closures + row_number() over (partition by new.entity order by new.account_id),
                       new.account_id, new.closed_date::date
                  from (select unnest(?), unnest(?), unnest(?)) as new (entity, account_id, closed_date)
                  join command.legal_entity e on e.legal_entity = new.entity""",
                Column.of("text", rows.values(), change -> change.legalEntity().value()),
                Column.of("text", rows.keySet(), AccountId::value),
                Column.of("text", rows.values(),
                        change -> change.closedDate() == null ? null : change.closedDate().toString()));
        sql.update("""
                update command.legal_entity e set account_closures = e.account_closures + new.changes
                  from (select entity, count(*)::int4 as changes from unnest(?) as each (entity) group by entity) new
                 where e.legal_entity = new.entity""",
                Column.of("text", rows.values(), change -> change.legalEntity().value()));
    }
}
