package io.receivables.query.ledger.hindsight;

import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.hindsight.Hindsight.Moved;
import io.receivables.query.ledger.hindsight.Hindsight.SetAside;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what hindsight moves to a cut: of accounts that had money unapplied then, and only what was decided later. Nothing of
 * it is kept, for each further fact may change it, and a cut in the past must not know that fact.
 */
@Component
public class ReadHindsight {

    /** So many accounts are read at once. */
    private static final int CHUNK = 200;

    private final JdbcClient jdbc;

    ReadHindsight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all classes of receivables, for one side of an allocation may have another than the other. */
    public EarlierMovements of(AllocationView view, BookCut cut) {
        if (view == AllocationView.DECIDED) {
            return EarlierMovements.NONE;
        }
        var asOf = cut.asOf();
        var earlier = new ArrayList<EarlierMovement>();
        var accounts = withMoneyUnapplied(cut);
        for (int from = 0; from < accounts.size(); from += CHUNK) {
            earlier.addAll(of(accounts.subList(from, Math.min(accounts.size(), from + CHUNK)), asOf));
        }
        return new EarlierMovements(List.copyOf(earlier));
    }

    /** Free amounts are never below zero, so that a sum of zero means that each of them is. */
    private List<String> withMoneyUnapplied(BookCut cut) {
        return jdbc.sql("""
                select a.account_id
                  from ledger.account a
                 cross join lateral (
                       select sum(m.amount) as amount
                         from ledger.movement m
                        where m.account_id = a.account_id and m.due_date is null and m.effective_date <= :asAt
                          and m.position <= :known) unapplied
                 where a.legal_entity = :entity and a.currency = :currency and unapplied.amount <> 0
                   and (:account::text is null or a.account_id = :account)
                 order by a.account_id""")
                .params(cut.parameters())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** What is moved to the cut is of the class that its invoice had there. */
    private List<EarlierMovement> of(List<String> accounts, AsOf asOf) {
        var moved = new LinkedHashMap<String, List<Moved>>();
        jdbc.sql("""
                with later as materialized (
                    select m.account_id, m.document_type, m.document_id, m.instalment, m.position, m.ordinal, m.kind,
                           m.reference, m.amount, m.effective_date, m.document_date, m.due_date, m.receivable_class
                      from ledger.movement m
                     where m.account_id = any(:accounts) and m.effective_date > :asAt and m.position <= :known
                ), settling as (
                    select distinct account_id, document_type, document_id, instalment
                      from later
                     where kind in ('CASH', 'CREDIT', 'ALLOCATED')
                )
                select l.account_id, l.document_type, l.document_id, l.instalment, l.position, l.ordinal, l.kind,
                       l.reference, l.amount, l.effective_date, l.document_date, l.due_date,
                       coalesce((select r.to_class from ledger.reclassification r
                                  where l.document_type = 'INVOICE' and r.invoice_id = l.document_id
                                    and r.effective_date <= :asAt and r.position <= :known
                                  order by r.position desc limit 1), l.receivable_class) as receivable_class
                  from later l join settling using (account_id, document_type, document_id, instalment)
                 union all
                select s.account_id, s.document_type, s.document_id, s.instalment, 0, 0, null, null,
                       sum(m.amount)::bigint, :asAt::date, min(m.document_date), min(m.due_date), null
                  from settling s join ledger.movement m using (account_id, document_type, document_id, instalment)
                 where m.effective_date <= :asAt and m.position <= :known
                 group by s.account_id, s.document_type, s.document_id, s.instalment
                 order by position, ordinal""")
                .param("accounts", accounts.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(row -> {
                    moved.computeIfAbsent(row.getString("account_id"), _ -> new ArrayList<>()).add(moved(row));
                });
        var setAside = setAside(List.copyOf(moved.keySet()), asOf);
        var earlier = new ArrayList<EarlierMovement>();
        moved.forEach((account, ofAccount) -> earlier.addAll(
                Hindsight.of(asOf.asAt(), ofAccount, setAside.getOrDefault(account, List.of()))));
        return earlier;
    }

    private Map<String, List<SetAside>> setAside(List<String> accounts, AsOf asOf) {
        var setAside = new LinkedHashMap<String, List<SetAside>>();
        if (!accounts.isEmpty()) {
            jdbc.sql("""
                    select account_id, document_type, document_id, amount, effective_date
                      from ledger.memo
                     where account_id = any(:accounts) and kind in ('REFUND_PENDING', 'CREDIT_WRITE_OFF_PENDING')
                       and position <= :known""")
                    .param("accounts", accounts.toArray(String[]::new))
                    .param("known", asOf.position())
                    .query(row -> {
                        setAside.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                .add(new SetAside(row.getString(1), row.getString(2), row.getString(3),
                                        row.getLong(4), row.getObject(5, LocalDate.class)));
                    });
        }
        return setAside;
    }

    private static Moved moved(ResultSet row) throws SQLException {
        return new Moved(row.getString("account_id"), row.getString("document_type"), row.getString("document_id"),
                row.getInt("instalment"), row.getLong("position"), row.getString("kind"), row.getString("reference"),
                row.getLong("amount"), row.getObject("effective_date", LocalDate.class),
                row.getObject("document_date", LocalDate.class), row.getObject("due_date", LocalDate.class),
                row.getString("receivable_class"));
    }
}
