package io.receivables.command.collection;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.LegalActionId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Instalments that others collect: a factor, an agency, or a court. We do not remind of them. A row says from when, and until
 * when.
 */
@Component
@Order(22)
public class HeldItems implements GroupTable<HeldItems.Key, HeldItems.Row> {

    private static final int WHOLE_INVOICE = 0;

    private final Sql sql;

    HeldItems(Sql sql) {
        this.sql = sql;
    }

    /** Who collects it. */
    public enum Holder {
        FACTOR,
        AGENCY,
        /** An action in court is about the whole invoice. */
        COURT
    }

    /**
     * @param holdingId of the assignment, the placement or the action
     * @param instalment 0 for all of the invoice
     */
    public record Key(Holder holder, String holdingId, InvoiceId invoice, int instalment) {

        public boolean isAbout(String invoiceId, int no) {
            return invoice.value().equals(invoiceId) && (instalment == 0 || instalment == no);
        }
    }

    /** @param until the first day on which it is ours again; null while it is not */
    public record Row(AccountId account, LegalEntityId entity, LocalDate from, @Nullable LocalDate until) {

        boolean isHeld(LocalDate date) {
            return !from.isAfter(date) && isHeldAtOrAfter(date);
        }

        boolean isHeldAtOrAfter(LocalDate date) {
            return until == null || until.isAfter(date);
        }
    }

    /** Those of some accounts at a date, by all that is decided so far. */
    public Map<AccountId, Set<Key>> of(Collection<AccountId> accounts, LocalDate date) {
        var rows = all(accounts);
        var held = new HashMap<AccountId, Set<Key>>();
        rows.forEach((key, row) -> {
            if (row.isHeld(date)) {
                held.computeIfAbsent(row.account(), _ -> new HashSet<>()).add(key);
            }
        });
        return held;
    }

    private Map<Key, Row> all(Collection<AccountId> accounts) {
        var rows = read(accounts);
        CommitGroup.current().added(this).forEach((key, row) -> {
            if (accounts.contains(row.account())) {
                rows.put(key, row);
            }
        });
        return rows;
    }

    /**
     * At a date and ever after: what is dated earlier would meet on the day from which somebody else collects.
     *
     * @throws Refusal ITEM_FACTORED, ITEM_WITH_AGENCY
     */
    public void requireNotHeld(Holder holder, AccountId account, List<ClaimItem> items, LocalDate date) {
        refusals(holder, account, items, date).values().stream().findFirst().ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Of some items those that are held at a date or ever after, each with how it would be refused. */
    public Map<ClaimItem, Refusal> refusals(Holder holder, AccountId account, List<ClaimItem> items, LocalDate date) {
        var refusals = new LinkedHashMap<ClaimItem, Refusal>();
        all(List.of(account)).forEach((key, row) -> items.stream()
                .filter(item -> key.holder() == holder && row.isHeldAtOrAfter(date)
                        && key.isAbout(item.invoiceId().value(), item.instalment()))
                .forEach(item -> refusals.put(item, refusal(item, key, row))));
        return refusals;
    }

    private static Refusal refusal(ClaimItem item, Key key, Row row) {
        boolean factored = key.holder() == Holder.FACTOR;
        return new Refusal(factored ? ProblemCode.ITEM_FACTORED : ProblemCode.ITEM_WITH_AGENCY,
                "instalment " + item.instalment() + " of invoice " + item.invoiceId() + " over " + item.amount()
                        + " is held by " + (factored ? "a factor" : "an agency") + " since " + row.from() + " ("
                        + key.holdingId() + ")");
    }

    public void put(Holder holder, Object holdingId, List<ClaimItem> items, Row row) {
        items.forEach(item -> CommitGroup.current()
                .put(this, new Key(holder, holdingId.toString(), item.invoiceId(), item.instalment()), row));
    }

    private Map<Key, Row> read(Collection<AccountId> accounts) {
        var rows = new HashMap<Key, Row>();
        sql.query("""
                select holder, holding_id, invoice_id, instalment, account_id, legal_entity, from_date, until_date
                  from command.held_item where account_id = any (?)""", (row, _) -> rows.put(
                new Key(Holder.valueOf(row.getString(1)), row.getString(2), new InvoiceId(row.getString(3)),
                        row.getInt(4)),
                new Row(new AccountId(row.getString(5)), new LegalEntityId(row.getString(6)),
                        row.getObject(7, LocalDate.class), row.getObject(8, LocalDate.class))),
                Column.of("text", accounts, AccountId::value));
        return rows;
    }

    /** Invoices that are before a court. */
    public void hold(LegalActionId action, List<InvoiceId> invoices, Row row) {
        invoices.forEach(id -> CommitGroup.current()
                .put(this, new Key(Holder.COURT, action.value(), id, WHOLE_INVOICE), row));
    }

    @Override
    public void insert(Map<Key, Row> rows) {
        sql.update("""
                insert into command.held_item (holder, holding_id, invoice_id, instalment, account_id, legal_entity,
                                               from_date, until_date)
                select holder, holding_id, invoice_id, instalment, account_id, legal_entity, held::date, until::date
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                    as new (holder, holding_id, invoice_id, instalment, account_id, legal_entity, held, until)
                    on conflict (holder, holding_id, invoice_id, instalment) do update
                   set until_date = excluded.until_date""",
                Column.of("text", rows.keySet(), key -> key.holder().name()),
                Column.of("text", rows.keySet(), Key::holdingId),
                Column.of("text", rows.keySet(), key -> key.invoice().value()),
                Column.of("int4", rows.keySet(), Key::instalment),
                Column.of("text", rows.values(), row -> row.account().value()),
                Column.of("text", rows.values(), row -> row.entity().value()),
                Column.of("text", rows.values(), row -> row.from().toString()),
                Column.of("text", rows.values(), row -> row.until() == null ? null : row.until().toString()));
    }
}
