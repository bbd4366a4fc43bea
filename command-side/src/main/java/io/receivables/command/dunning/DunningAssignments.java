package io.receivables.command.dunning;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The accounts that are reminded by a procedure of their own. */
@Component
@Order(9)
public class DunningAssignments implements GroupTable<AccountId, Optional<String>> {

    private final Sql sql;

    DunningAssignments(Sql sql) {
        this.sql = sql;
    }

    /** The names of procedures; an account with the default one is left out. */
    Map<AccountId, String> of(Collection<AccountId> ids) {
        var found = new HashMap<AccountId, String>();
        sql.query("""
                select a.account_id, a.procedure from unnest(?) as wanted (id)
                  join command.dunning_assignment a on a.account_id = wanted.id
                 where a.procedure is not null""",
                (row, _) -> Map.entry(new AccountId(row.getString(1)), row.getString(2)),
                Column.of("text", ids, AccountId::value)).forEach(row -> found.put(row.getKey(), row.getValue()));
        CommitGroup.current().added(this).forEach((id, procedure) -> {
            found.remove(id);
            procedure.ifPresent(name -> found.put(id, name));
        });
        return found;
    }

    /** @param procedure null: the default one */
    public void put(AccountId id, @Nullable String procedure) {
        CommitGroup.current().put(this, id, Optional.ofNullable(procedure));
    }

    @Override
    public void insert(Map<AccountId, Optional<String>> rows) {
        sql.update("""
                insert into command.dunning_assignment (account_id, procedure)
                select unnest(?), unnest(?)
                    on conflict (account_id) do update set procedure = excluded.procedure""",
                Column.of("text", rows.keySet(), AccountId::value),
                Column.of("text", rows.values(), it -> it.orElse(null)));
    }
}
