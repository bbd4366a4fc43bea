package io.receivables.query.customeraccount;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.money.Money;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.ClassFilter;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.Progress;
import io.receivables.query.ledger.hindsight.AllocationView;
import io.receivables.query.ledger.hindsight.EarlierMovements;
import io.receivables.query.ledger.hindsight.ReadHindsight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers what an account owes, claim by claim, the oldest first. */
@Service
@SnapshotRead
public class GetOpenItems {

    private final JdbcClient jdbc;
    private final AccountAccess access;
    private final Progress progress;
    private final AgreedItems agreed;
    private final OpenItemMarks marks;
    private final ReadHindsight hindsight;

    GetOpenItems(JdbcClient jdbc, AccountAccess access, Progress progress, AgreedItems agreed, OpenItemMarks marks,
            ReadHindsight hindsight) {
        this.jdbc = jdbc;
        this.access = access;
        this.progress = progress;
        this.agreed = agreed;
        this.marks = marks;
        this.hindsight = hindsight;
    }

    /** As decided. */
    public Page<OpenItem> handle(AccountId id, AsOfRequest request, Paging paging) {
        return handle(id, ClassFilter.ALL, request, AllocationView.DECIDED, paging);
    }

    public Page<OpenItem> handle(AccountId id, ClassFilter of, AsOfRequest request, AllocationView view,
            Paging paging) {
        var asOf = access.require(id.value(), request);
        var after = paging.afterKeys(3);
        var account = access.require(id.value());
        var earlier = hindsight.of(view, BookCut.of(account, asOf));
        var items = jdbc.sql("""
                select o.*, c.kind as charge_kind, i.document_id as invoice_id, i.number
                  from (select m.document_type, m.document_id, m.instalment, m.document_date, m.due_date, m.currency,
                               m.receivable_class, sum(m.amount)::bigint as due
                          from %s m
                         where m.account_id = :account and m.document_type in ('INVOICE', 'CHARGE')%s
                           and (:afterDate::date is null
                                or (m.due_date, m.document_id, m.instalment) > (:afterDate, :afterId, :afterNo))
                         group by m.document_type, m.document_id, m.instalment, m.document_date, m.due_date, m.currency,
                                  m.receivable_class
                        having sum(m.amount) <> 0
                         order by m.due_date, m.document_id, m.instalment
                         limit :limit) o
                  left join ledger.late_charge c on o.document_type = 'CHARGE' and c.charge_id = o.document_id
                  left join ledger.document i on i.document_type = 'INVOICE'
                       and i.document_id = case when o.document_type = 'CHARGE' then c.invoice_id else o.document_id end
                 order by o.due_date, o.document_id, o.instalment""".formatted(openAt(asOf, earlier), of.and("m")))
                .param("earlier", earlier.json())
                .param("account", id.value())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("currency", account.currency())
                .param("afterDate", after == null ? null : Cursor.date(after.getFirst()))
                .param("afterId", after == null ? null : after.get(1))
                .param("afterNo", after == null ? null : Cursor.number(after.getLast()))
                .param("limit", paging.size() + 1)
                .query((row, _) -> item(row, asOf.asAt()))
                .list();
        var page = Page.of(items, paging.size(), GetOpenItems::place);
        return page.with(marks.of(id, agreed.with(id.value(), page.items(), asOf), asOf));
    }

    /** The open items of now where they are those of then; else what moved until then. */
    private String openAt(AsOf asOf, EarlierMovements earlier) {
        if (earlier.isEmpty() && progress.nothingMovedAfter(asOf)) {
            return "ledger.open_item";
        }
        var columns = "account_id, document_type, document_id, instalment, document_date, due_date, receivable_class, amount";
        return "(select " + columns + ", currency from ledger.movement"
                + " where effective_date <= :asAt and position <= :known"
                + (earlier.isEmpty()
                        ? ""
                        : " union all select " + columns + ", :currency::text from "
                                + EarlierMovements.ROWS.formatted("e"))
                + ")";
    }

    private static List<String> place(OpenItem last) {
        var id = Objects.requireNonNullElse(last.chargeId(), last.invoiceId());
        int no = Objects.requireNonNullElse(last.instalment(), 0);
        return List.of(last.dueDate().toString(), Objects.requireNonNull(id), Integer.toString(no));
    }

    private static OpenItem item(ResultSet row, LocalDate asAt) throws SQLException {
        var due = row.getObject("due_date", LocalDate.class);
        boolean isCharge = row.getString("document_type").equals("CHARGE");
        return new OpenItem(isCharge ? "CHARGE" : "INVOICE", row.getString("invoice_id"), row.getString("number"),
                isCharge ? null : row.getInt("instalment"), isCharge ? row.getString("document_id") : null,
                row.getString("charge_kind"), ReceivableClass.valueOf(row.getString("receivable_class")),
                row.getObject("document_date", LocalDate.class), due,
                Money.ofMinorUnits(row.getLong("due"), Currency.getInstance(row.getString("currency"))),
                Math.max(0, ChronoUnit.DAYS.between(due, asAt)), null, null, null, null, null);
    }
}
