package io.receivables.command.collection;

import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.InsolvencyId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceIssued;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which accounts are under an insolvency procedure, and were when. */
@Component
@Order(21)
public class Insolvencies implements GroupTable<InsolvencyId, Insolvencies.Row> {

    private final Sql sql;

    Insolvencies(Sql sql) {
        this.sql = sql;
    }

    /** @param lifted null while the procedure is open */
    public record Row(AccountId account, LegalEntityId entity, LocalDate opened, @Nullable LocalDate lifted) {

        boolean isUnder(LocalDate date) {
            return !opened.isAfter(date) && (lifted == null || lifted.isAfter(date));
        }
    }

    /** Whether single pursuit of a claim is stopped at a date: a procedure is open that was opened after the claim arose. */
    public boolean stop(InvoiceIssued claim, LocalDate date) {
        var opened = openedOver(List.of(claim.accountId()), date).get(claim.accountId());
        return opened != null && arose(claim).isBefore(opened);
    }

    /** A claim arises with the supply, whenever it is invoiced; where nobody said when that was, with the invoice. */
    static LocalDate arose(InvoiceIssued claim) {
        return claim.supplyDate() == null ? claim.issueDate() : claim.supplyDate();
    }

    /**
     * Those of some accounts over whose customers a procedure is open at a date, by all that is decided so far, and the day on
     * which it was opened. The judgment counts from the beginning of its day (C. com. R621-4).
     */
    Map<AccountId, LocalDate> openedOver(Collection<AccountId> accounts, LocalDate date) {
        var rows = read(accounts);
        rows.putAll(CommitGroup.current().added(this));
        var opened = new HashMap<AccountId, LocalDate>();
        rows.values()
                .stream()
                .filter(row -> row.isUnder(date) && accounts.contains(row.account()))
                .forEach(row -> opened.put(row.account(), row.opened()));
        return opened;
    }

    public void put(InsolvencyId id, Row row) {
        CommitGroup.current().put(this, id, row);
    }

    private Map<InsolvencyId, Row> read(Collection<AccountId> accounts) {
        var rows = new HashMap<InsolvencyId, Row>();
        sql.query("""
                select insolvency_id, account_id, legal_entity, opened_date, lifted_date
                  from command.insolvency where account_id = any (?)""", (row, _) -> rows.put(
                new InsolvencyId(row.getString(1)), new Row(new AccountId(row.getString(2)),
                        new LegalEntityId(row.getString(3)), row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class))),
                Column.of("text", accounts, AccountId::value));
        return rows;
    }

    @Override
    public void insert(Map<InsolvencyId, Row> rows) {
        sql.update("""
                insert into command.insolvency (insolvency_id, account_id, legal_entity, opened_date, lifted_date)
                select id, account_id, legal_entity, opened::date, lifted::date
                  from (select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?))
                         as new (id, account_id, legal_entity, opened, lifted)
                    on conflict (insolvency_id) do update set lifted_date = excluded.lifted_date""",
                Column.of("text", rows.keySet(), InsolvencyId::value),
                Column.of("text", rows.values(), row -> row.account().value()),
                Column.of("text", rows.values(), row -> row.entity().value()),
                Column.of("text", rows.values(), row -> row.opened().toString()),
                Column.of("text", rows.values(), row -> row.lifted() == null ? null : row.lifted().toString()));
    }
}
