package io.receivables.command.creditcheck;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of each permission invoices have used. Who reads it holds the lock of the account. */
@Component
@Order(9)
class OverrideUses implements GroupTable<CreditOverrideId, List<OverrideUses.Use>> {

    private final JdbcClient jdbc;
    private final Sql sql;

    OverrideUses(JdbcClient jdbc, Sql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    record Use(CreditOverrideId creditOverrideId, InvoiceId invoiceId, long minorUnits) {}

    long used(CreditOverrideId id) {
        var group = CommitGroup.current();
        var stored = group.<CreditOverrideId, Long>read(this, id, this::read);
        var added = group.find(this, id);
        return (stored == null ? 0 : stored)
                + (added == null ? 0 : added.stream().mapToLong(Use::minorUnits).sum());
    }

    void add(CreditOverrideId id, InvoiceId invoice, Money amount) {
        var group = CommitGroup.current();
        var added = group.find(this, id);
        var uses = new ArrayList<>(added == null ? List.of() : added);
        uses.add(new Use(id, invoice, amount.minorUnits()));
        group.put(this, id, uses);
    }

    private Long read(CreditOverrideId id) {
        return jdbc.sql("select coalesce(sum(amount), 0)::int8 from command.credit_override_use where override_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    @Override
    public void insert(Map<CreditOverrideId, List<Use>> rows) {
        var added = rows.values().stream().flatMap(List::stream).toList();
        sql.update("""
                insert into command.credit_override_use (override_id, invoice_id, amount)
                select unnest(?), unnest(?), unnest(?)""",
                Column.of("text", added, use -> use.creditOverrideId().value()),
                Column.of("text", added, use -> use.invoiceId().value()), Column.of("int8", added, Use::minorUnits));
    }
}
