package io.receivables.query.kpi;

import io.receivables.query.edge.Planner;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.DisputedAmounts;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.DueBalances;
import io.receivables.query.ledger.Flow;
import io.receivables.query.ledger.Flows;
import io.receivables.query.ledger.MarkedAmount;
import io.receivables.query.ledger.MovementKind;
import io.receivables.query.ledger.PaymentBehaviours;
import io.receivables.query.ledger.SettledDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what key figures are made of, from sums that are kept. */
@Component
class ReadFacts {

    private final JdbcClient jdbc;
    private final Flows flows;
    private final DueBalances dueBalances;
    private final PaymentBehaviours behaviours;
    private final DisputedAmounts disputes;

    ReadFacts(JdbcClient jdbc, Flows flows, DueBalances dueBalances, PaymentBehaviours behaviours,
            DisputedAmounts disputes) {
        this.jdbc = jdbc;
        this.flows = flows;
        this.dueBalances = dueBalances;
        this.behaviours = behaviours;
        this.disputes = disputes;
    }

    /**
     * What was read, and whether it agrees with itself.
     *
     * @param ties whether the open items by due date add up to the flows of all days, which are kept apart from them
     */
    record Read(Facts facts, boolean ties) {}

    /** What was settled in the days from one to another, for any answers about them. */
    SettledDays settled(BookCut cut, LocalDate from, LocalDate to) {
        Planner.groupInMemory(jdbc);
        return behaviours.inDays(cut, from, to);
    }

    /** @param settled in days that contain those of the period */
    Read of(BookCut cut, LocalDate from, SettledDays settled) {
        var to = cut.asOf().asAt();
        var moved = new FactsOfFlows(flows.of(cut), movedSales(cut), from, to);
        var byDueDate = dueBalances.of(cut);
        var open = byDueDate.atCut();
        var notDue = open.tailMap(to).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var receivables = open.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var facts = new Facts(from, to, moved.receivablesAt(from.minusDays(1)), receivables, notDue,
                byDueDate.unapplied(), disputed(cut), moved.dailyReceivables(),
                moved.inPeriod(DocumentType.INVOICE, MovementKind.ISSUED),
                moved.inPeriod(DocumentType.INVOICE, MovementKind.CANCELLED).negate(),
                moved.inPeriod(DocumentType.CREDIT_NOTE, MovementKind.ISSUED)
                        .add(moved.inPeriod(DocumentType.CREDIT_NOTE, MovementKind.CANCELLED))
                        .negate(),
                moved.inPeriod(DocumentType.INVOICE, MovementKind.OPENING),
                moved.inPeriod(DocumentType.INVOICE, MovementKind.RECLASSIFIED), moved.movedSalesInPeriod(),
                moved.inPeriod(DocumentType.INVOICE, MovementKind.FACTORED).negate(),
                moved.inPeriod(DocumentType.CHARGE, MovementKind.CHARGED),
                moved.inPeriod(DocumentType.INVOICE, MovementKind.WRITE_OFF).negate(), recovered(cut, from),
                moved.months(), settled.between(from, to));
        return new Read(facts, moved.receivablesAt(to).compareTo(receivables) == 0);
    }

    /** On the days of the sales. What moves after the change is of the new class anyway. */
    private List<Flow> movedSales(BookCut cut) {
        return cut.receivableClass() == null
                ? List.of()
                : jdbc.sql("""
                        select m.effective_date, m.kind,
                               sum(case c.to_class when :class then m.amount else -m.amount end) as amount
                          from ledger.reclassification c
                          join ledger.movement m on m.document_type = 'INVOICE' and m.document_id = c.invoice_id
                         where :class in (c.from_class, c.to_class) and c.effective_date <= :asAt
                           and c.position <= :known and m.kind in ('ISSUED', 'CANCELLED') and m.ordinal < 1000000
                           and m.effective_date < c.effective_date and m.position <= :known
                           and m.legal_entity = :entity and m.currency = :currency
                           and (:account::text is null or m.account_id = :account)
                         group by m.effective_date, m.kind
                        having sum(case c.to_class when :class then m.amount else -m.amount end) <> 0""")
                        .params(cut.parameters())
                        .query((row, _) -> new Flow(row.getObject(1, LocalDate.class), DocumentType.INVOICE,
                                MovementKind.valueOf(row.getString(2)), row.getBigDecimal(3)))
                        .list();
    }

    private BigDecimal disputed(BookCut cut) {
        long sum = disputes.ofEntity(cut.legalEntity(), cut.currency(), cut.receivableClass(), cut.asOf())
                .stream()
                .filter(it -> cut.accountId() == null || it.accountId().equals(cut.accountId()))
                .mapToLong(MarkedAmount::amount)
                .sum();
        return BigDecimal.valueOf(sum);
    }

    /** In the class that the invoice had on the day of the money, as its losses are in that of theirs. */
    private BigDecimal recovered(BookCut cut, LocalDate from) {
        return jdbc.sql("""
                select coalesce(sum(r.amount), 0)
                  from ledger.memo r
                  join ledger.account a on a.account_id = r.account_id
                 where r.kind = 'RECOVERED' and r.legal_entity = :entity and r.currency = :currency
                   and r.effective_date >= :from and r.effective_date <= :asAt and r.position <= :known
                   and (:account::text is null or r.account_id = :account)
                   and (:class::text is null or exists (
                        select from ledger.item i
                         where i.document_type = r.document_type and i.document_id = r.document_id
                           and coalesce((select c.to_class from ledger.reclassification c
                                          where c.invoice_id = r.document_id and c.effective_date <= r.effective_date
                                            and c.position <= :known
                                          order by c.effective_date desc, c.position desc limit 1),
                                        i.receivable_class, a.receivable_class) = :class))""")
                .params(cut.parameters())
                .param("from", from)
                .query(BigDecimal.class)
                .single();
    }
}
