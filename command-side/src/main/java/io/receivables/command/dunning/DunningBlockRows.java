package io.receivables.command.dunning;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.openitem.OpenItem;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.resource.DunningBlockResource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The stops to reminders that people have put on invoices and accounts, as runs look them up. */
@Component
@Order(9)
public class DunningBlockRows implements GroupTable<DunningBlockId, DunningBlockRows.Row>, DunningExclusion {

    private final Sql sql;

    DunningBlockRows(Sql sql) {
        this.sql = sql;
    }

    record Row(AccountId account, @Nullable String invoiceId, LocalDate from, @Nullable LocalDate until,
            @Nullable LocalDate releasedDate, String reason) {

        boolean standsAt(LocalDate date) {
            return !from.isAfter(date) && (until == null || !until.isBefore(date))
                    && (releasedDate == null || releasedDate.isAfter(date));
        }

        boolean isOn(OpenItem item) {
            return account.equals(item.key().account())
                    && (invoiceId == null || invoiceId.equals(item.key().documentId()));
        }

        String inWords() {
            return "blocked since " + from + (until == null ? "" : " until " + until) + " (" + reason + ")";
        }
    }

    /** Keeps a block as it is now. */
    public void put(DunningBlockResource block) {
        CommitGroup.current()
                .put(this, block.blockId(), new Row(block.accountId(), value(block.invoiceId()), block.effectiveDate(),
                        block.until(), block.releasedDate(), block.reason()));
    }

    private static @Nullable String value(@Nullable InvoiceId id) {
        return id == null ? null : id.value();
    }

    @Override
    public List<ExcludedItem> excluded(List<DunnableAccount> accounts, LocalDate asAt) {
        var excluded = new ArrayList<ExcludedItem>();
        var standing = of(accounts).values().stream().filter(row -> row.standsAt(asAt)).toList();
        for (var account : accounts) {
            for (var item : account.items()) {
                standing.stream()
                        .filter(row -> row.isOn(item))
                        .findFirst()
                        .ifPresent(row -> excluded.add(ExcludedItem.whole(item, NotDunnedReason.BLOCKED,
                                row.inWords())));
            }
        }
        return excluded;
    }

    private Map<DunningBlockId, Row> of(List<DunnableAccount> accounts) {
        var rows = new HashMap<DunningBlockId, Row>();
        sql.query("""
                select b.block_id, b.account_id, b.invoice_id, b.valid_from, b.valid_until, b.released_date, b.reason
                  from unnest(?) as wanted (id)
                  join command.dunning_block b on b.account_id = wanted.id""",
                (row, _) -> Map.entry(new DunningBlockId(row.getString(1)),
                        new Row(new AccountId(row.getString(2)), row.getString(3), row.getObject(4, LocalDate.class),
                                row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class),
                                row.getString(7))),
                Column.of("text", accounts, it -> it.account().accountId().value()))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        rows.putAll(CommitGroup.current().added(this));
        return rows;
    }

    @Override
    public void insert(Map<DunningBlockId, Row> rows) {
        sql.update("""
                insert into command.dunning_block
                       (block_id, account_id, invoice_id, valid_from, valid_until, released_date, reason)
                select id, account_id, invoice_id, valid_from::date, valid_until::date, released_date::date, reason
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                    as new (id, account_id, invoice_id, valid_from, valid_until, released_date, reason)
                    on conflict (block_id) do update set released_date = excluded.released_date""",
                Column.of("text", rows.keySet(), DunningBlockId::value),
                Column.of("text", rows.values(), row -> row.account().value()),
                Column.of("text", rows.values(), Row::invoiceId),
                Column.of("text", rows.values(), row -> row.from().toString()),
                Column.of("text", rows.values(), row -> row.until() == null ? null : row.until().toString()),
                Column.of("text", rows.values(),
                        row -> row.releasedDate() == null ? null : row.releasedDate().toString()),
                Column.of("text", rows.values(), Row::reason));
    }
}
