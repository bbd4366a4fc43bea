package io.receivables.command.charge;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.lane.Sql.Update;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which invoices a run of late charges shall look at: those with something open past its due date, which the open items
 * tell, and those of which it is noted here.
 */
@Component
@Order(9)
public class LateInvoices implements GroupTable<LateInvoices.Key, LateInvoices.Row> {

    private static final String OPEN = """
            select distinct i.account_id, i.document_id
              from command.open_item i
              join command.customer_account a on a.account_id = i.account_id and a.legal_entity = :entity
             where i.kind = 'INVOICE' and i.due_date < :asAt
               and (i.account_id, i.document_id) > (:afterAccount, :afterInvoice)
             order by i.account_id, i.document_id limit :limit""";
    private static final String NOTED = """
            select n.account_id, n.invoice_id
              from command.late_invoice n
             where n.due and n.legal_entity = :entity and (n.account_id, n.invoice_id) > (:afterAccount, :afterInvoice)
               and not exists (select from command.open_item i
                                where i.account_id = n.account_id and i.kind = 'INVOICE'
                                  and i.document_id = n.invoice_id and i.due_date < :asAt)
             order by n.account_id, n.invoice_id limit :limit""";

    private final JdbcClient jdbc;

    LateInvoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An invoice. */
    public record Key(AccountId account, InvoiceId invoice) {}

    /**
     * An invoice and how it was found, which is also the order in which a run comes upon it.
     *
     * @param open whether something of it is open past its due date
     */
    public record Found(boolean open, Key key) {}

    /** @param due whether a run shall look at the invoice though nothing of it may be open */
    public record Row(LegalEntityId entity, boolean due) {}

    /** What the invoice owes for lateness may have changed. */
    public void look(LegalEntityId entity, AccountId account, InvoiceId invoice) {
        CommitGroup.current().put(this, new Key(account, invoice), new Row(entity, true));
    }

    /** Nothing is open of it and nothing is left to claim, until something happens to it. */
    public void done(LegalEntityId entity, AccountId account, InvoiceId invoice) {
        CommitGroup.current().put(this, new Key(account, invoice), new Row(entity, false));
    }

    /** The next ones of a legal entity, as they are stored; empty when there are no more. */
    public List<Found> after(LegalEntityId entity, LocalDate asAt, @Nullable Found after, int limit) {
        if (after == null || after.open()) {
            var open = read(true, entity, asAt, after, limit);
            if (!open.isEmpty()) {
                return open;
            }
        }
        return read(false, entity, asAt, after == null || after.open() ? null : after, limit);
    }

    private List<Found> read(boolean open, LegalEntityId entity, LocalDate asAt, @Nullable Found after, int limit) {
        return jdbc.sql(open ? OPEN : NOTED)
                .param("entity", entity.value())
                .param("asAt", asAt)
                .param("afterAccount", after == null ? "" : after.key().account().value())
                .param("afterInvoice", after == null ? "" : after.key().invoice().value())
                .param("limit", limit)
                .query((row, _) -> new Found(open,
                        new Key(new AccountId(row.getString(1)), new InvoiceId(row.getString(2)))))
                .list();
    }

    @Override
    public void insert(Map<Key, Row> rows) {
        CommitGroup.current()
                .writeWithEvents(Update.of("""
                        insert into command.late_invoice (account_id, invoice_id, legal_entity, due)
                        select account_id, invoice_id, legal_entity, due::boolean
                          from (select unnest(?), unnest(?), unnest(?), unnest(?))
                                 as new (account_id, invoice_id, legal_entity, due)
                            on conflict (account_id, invoice_id) do update set due = excluded.due""",
                        Column.of("text", rows.keySet(), key -> key.account().value()),
                        Column.of("text", rows.keySet(), key -> key.invoice().value()),
                        Column.of("text", rows.values(), row -> row.entity().value()),
                        Column.of("text", rows.values(), row -> String.valueOf(row.due()))));
    }
}
