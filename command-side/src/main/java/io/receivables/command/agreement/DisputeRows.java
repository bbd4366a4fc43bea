package io.receivables.command.agreement;

import io.receivables.command.lane.AfterDecision;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.InvoiceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The disputes of each account; they follow the events by themselves. */
@Component
@Order(8)
class DisputeRows implements GroupTable<DisputeId, DisputeRows.Dispute>, AfterDecision {

    private final JdbcClient jdbc;
    private final Sql sql;

    DisputeRows(JdbcClient jdbc, Sql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /**
     * @param instalment 0: any part of the invoice
     * @param resolved null while it is open
     */
    record Dispute(DisputeId id, LegalEntityId entity, AccountId account, InvoiceId invoice, int instalment,
            long minorUnits, LocalDate from, @Nullable LocalDate resolved) {

        boolean isOpenAt(LocalDate date) {
            return !from.isAfter(date) && (resolved == null || resolved.isAfter(date));
        }

        private Dispute endedAt(LocalDate date) {
            return new Dispute(id, entity, account, invoice, instalment, minorUnits, from, date);
        }
    }

    /** With what the commands of the running transaction have decided; the earliest of an account first. */
    Map<AccountId, List<Dispute>> of(Collection<AccountId> accounts) {
        var all = new LinkedHashMap<DisputeId, Dispute>();
        sql.query("""
                select d.dispute_id, d.legal_entity, d.account_id, d.invoice_id, d.instalment, d.amount, d.from_date,
                       d.resolved_date
                  from unnest(?) as wanted (id)
                 cross join lateral (select * from command.dispute where account_id = wanted.id offset 0) d
                 order by d.from_date, d.dispute_id""", (row, _) -> dispute(row),
                Column.of("text", accounts, AccountId::value)).forEach(it -> all.put(it.id(), it));
        var decided = CommitGroup.current().<AccountId, Map<DisputeId, Dispute>>allRead(this);
        accounts.forEach(account -> decided.getOrDefault(account, Map.of()).forEach(all::put));
        return all.values().stream().collect(Collectors.groupingBy(Dispute::account));
    }

    private static Dispute dispute(ResultSet row) throws SQLException {
        return new Dispute(new DisputeId(row.getString(1)), new LegalEntityId(row.getString(2)),
                new AccountId(row.getString(3)), new InvoiceId(row.getString(4)), row.getInt(5), row.getLong(6),
                row.getObject(7, LocalDate.class), row.getObject(8, LocalDate.class));
    }

    @Override
    public void decided(List<ReceivablesEvent> events) {
        for (var event : events) {
            switch (event) {
                case DisputeRaised it -> put(new Dispute(it.disputeId(), it.legalEntity(), it.accountId(),
                        it.invoiceId(), it.instalment() == null ? 0 : it.instalment(), it.amount().minorUnits(),
                        it.effectiveDate(), null));
                case DisputeResolved it -> {
                    var decided = CommitGroup.current().find(this, it.disputeId());
                    var dispute = decided != null ? decided : read(it.disputeId());
                    put(dispute.endedAt(it.effectiveDate()));
                }
                default -> {
                    // About something else.
                }
            }
        }
    }

    private void put(Dispute dispute) {
        var group = CommitGroup.current();
        group.put(this, dispute.id(), dispute);
        group.<AccountId, Map<DisputeId, Dispute>>allRead(this)
                .computeIfAbsent(dispute.account(), _ -> new LinkedHashMap<>())
                .put(dispute.id(), dispute);
    }

    private Dispute read(DisputeId id) {
        return jdbc.sql("""
                select dispute_id, legal_entity, account_id, invoice_id, instalment, amount, from_date, resolved_date
                  from command.dispute where dispute_id = ?""")
                .param(id.value())
                .query((row, _) -> dispute(row))
                .single();
    }

    @Override
    public void insert(Map<DisputeId, Dispute> rows) {
        sql.update("""
                insert into command.dispute (dispute_id, legal_entity, account_id, invoice_id, instalment, amount,
                                             from_date, resolved_date)
                select id, entity, account, invoice, instalment, amount, from_date::date, resolved_date::date
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                    as new (id, entity, account, invoice, instalment, amount, from_date, resolved_date)
                    on conflict (dispute_id) do update set resolved_date = excluded.resolved_date""",
                Column.of("text", rows.keySet(), DisputeId::value),
                Column.of("text", rows.values(), it -> it.entity().value()),
                Column.of("text", rows.values(), it -> it.account().value()),
                Column.of("text", rows.values(), it -> it.invoice().value()),
                Column.of("int4", rows.values(), Dispute::instalment),
                Column.of("int8", rows.values(), Dispute::minorUnits),
                Column.of("text", rows.values(), it -> it.from().toString()),
                Column.of("text", rows.values(), it -> it.resolved() == null ? null : it.resolved().toString()));
    }
}
