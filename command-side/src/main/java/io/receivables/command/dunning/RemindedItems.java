package io.receivables.command.dunning;

import io.receivables.command.account.AccountRow;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.openitem.OpenItem;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.command.openitem.OpenItems;
import io.receivables.events.account.AccountId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The reminder that each instalment was in last. A row stays when its item is settled: should a payment come back, the item goes
 * on from its level. What is open is told by the open items alone.
 */
@Component
@Order(9)
public class RemindedItems implements GroupTable<Key, LastReminder> {

    private final Sql sql;
    private final OpenItems items;

    RemindedItems(Sql sql, OpenItems items) {
        this.sql = sql;
        this.items = items;
    }

    private record Row(Key key, LastReminder last) {}

    /** What the items of accounts were in last, settled ones as well. */
    Map<Key, LastReminder> of(Collection<AccountId> accounts) {
        return read(accounts, 1);
    }

    /**
     * The highest level at which an item was reminded of that is still open.
     *
     * @param from levels below it are of no interest
     * @return 0 when none was at that level or above
     */
    public int highestLevel(AccountRow account, int from) {
        var reminded = read(List.of(account.accountId()), from);
        return reminded.isEmpty()
                ? 0
                : items.of(account)
                        .stream()
                        .map(OpenItem::key)
                        .map(reminded::get)
                        .filter(Objects::nonNull)
                        .mapToInt(LastReminder::level)
                        .max()
                        .orElse(0);
    }

    private Map<Key, LastReminder> read(Collection<AccountId> accounts, int from) {
        var found = new HashMap<Key, LastReminder>();
        sql.query("""
                select d.account_id, d.invoice_id, d.instalment, d.level, d.letter_date
                  from unnest(?) as wanted (id)
                 cross join lateral (select * from command.reminded_item
                                      where account_id = wanted.id offset 0) d""",
                (row, _) -> new Row(
                        new Key(new AccountId(row.getString(1)), Kind.INVOICE, row.getString(2), row.getInt(3)),
                        new LastReminder(row.getInt(4), row.getObject(5, LocalDate.class))),
                Column.of("text", accounts, AccountId::value))
                .forEach(row -> found.put(row.key(), row.last()));
        CommitGroup.current().added(this).forEach((key, last) -> {
            if (accounts.contains(key.account())) {
                found.put(key, last);
            }
        });
        found.values().removeIf(last -> last.level() < from);
        return found;
    }

    void put(Key key, LastReminder last) {
        CommitGroup.current().put(this, key, last);
    }

    @Override
    public void insert(Map<Key, LastReminder> rows) {
        sql.update("""
                insert into command.reminded_item (account_id, invoice_id, instalment, level, letter_date)
                select account_id, invoice_id, instalment, level, letter_date::date
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                         as new (account_id, invoice_id, instalment, level, letter_date)
                    on conflict (account_id, invoice_id, instalment) do update
                   set level = excluded.level, letter_date = excluded.letter_date""",
                Column.of("text", rows.keySet(), key -> key.account().value()),
                Column.of("text", rows.keySet(), Key::documentId),
                Column.of("int4", rows.keySet(), Key::instalment),
                Column.of("int4", rows.values(), LastReminder::level),
                Column.of("text", rows.values(), last -> last.date().toString()));
    }
}
