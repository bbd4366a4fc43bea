package io.receivables.command.account;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import io.receivables.platform.party.Contact;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The party records: names and how customers are reached. They are current, can be erased, and are in no event; that they changed
 * is told by the account.
 */
@Component
@Order(3)
public class Parties implements GroupTable<AccountId, Optional<Party>> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Sql sql;

    Parties(Sql sql) {
        this.sql = sql;
    }

    private record Row(AccountId account, Party party) {}

    /** Those that there are; one that was erased is left out. */
    public Map<AccountId, Party> of(Collection<AccountId> ids) {
        var found = read(ids);
        for (var id : ids) {
            var changed = CommitGroup.current().find(this, id);
            if (changed != null) {
                found.remove(id);
                changed.ifPresent(party -> found.put(id, party));
            }
        }
        return found;
    }

    private Map<AccountId, Party> read(Collection<AccountId> ids) {
        var found = new HashMap<AccountId, Party>();
        sql.query("""
                select p.account_id, p.name, p.contact from unnest(?) as wanted (id)
                  join party.customer_account_party p on p.account_id = wanted.id""",
                (row, _) -> new Row(new AccountId(row.getString(1)), new Party(row.getString(2),
                        row.getString(3) == null ? Contact.NONE : JSON.readValue(row.getString(3), Contact.class))),
                Column.of("text", ids, AccountId::value))
                .forEach(row -> found.put(row.account(), row.party()));
        return found;
    }

    /** Who stands behind an account now, for those who have no transaction. */
    public Optional<Party> stored(AccountId id) {
        return Optional.ofNullable(read(List.of(id)).get(id));
    }

    public void put(AccountId id, Party party) {
        CommitGroup.current().put(this, id, Optional.of(party));
    }

    /** With the texts of the letters that name the customer. */
    public void erase(AccountId id) {
        CommitGroup.current().put(this, id, Optional.empty());
    }

    @Override
    public void insert(Map<AccountId, Optional<Party>> rows) {
        var kept = rows.entrySet().stream().filter(row -> row.getValue().isPresent()).toList();
        sql.update("""
                insert into party.customer_account_party (account_id, name, contact, changed_at)
                select id, name, contact::jsonb, now() from (select unnest(?), unnest(?), unnest(?))
                       as new (id, name, contact)
                    on conflict (account_id) do update
                   set name = excluded.name, contact = excluded.contact, changed_at = excluded.changed_at""",
                Column.of("text", kept, row -> row.getKey().value()),
                Column.of("text", kept, row -> row.getValue().orElseThrow().name()),
                Column.of("text", kept, row -> JSON.writeValueAsString(row.getValue().orElseThrow().contact())));
        var erased = rows.entrySet().stream().filter(row -> row.getValue().isEmpty()).map(Map.Entry::getKey).toList();
        if (!erased.isEmpty()) {
            sql.update("delete from party.customer_account_party where account_id = any (?)",
                    Column.of("text", erased, AccountId::value));
            sql.update("""
                    update party.dunning_letter
                       set recipient = null, subject = null, plain = null, html = null, erased_at = now()
                     where account_id = any (?)""", Column.of("text", erased, AccountId::value));
        }
    }
}
