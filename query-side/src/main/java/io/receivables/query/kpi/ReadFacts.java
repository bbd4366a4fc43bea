package io.receivables.query.kpi;

import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.DisputedAmounts;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.DueBalances;
import io.receivables.query.ledger.Flows;
import io.receivables.query.ledger.MarkedAmount;
import io.receivables.query.ledger.MovementKind;
import io.receivables.query.ledger.PaymentBehaviours;
import java.math.BigDecimal;
import java.time.LocalDate;
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

    Read of(BookCut cut, LocalDate from) {
        var to = cut.asOf().asAt();
        var moved = new FactsOfFlows(flows.of(cut), from, to);
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
                moved.inPeriod(DocumentType.INVOICE, MovementKind.RECLASSIFIED),
                moved.inPeriod(DocumentType.INVOICE, MovementKind.FACTORED).negate(),
                moved.inPeriod(DocumentType.CHARGE, MovementKind.CHARGED),
                moved.inPeriod(DocumentType.INVOICE, MovementKind.WRITE_OFF).negate(), recovered(cut, from),
                moved.months(), behaviours.inDays(cut, from, to));
        return new Read(facts, moved.receivablesAt(to).compareTo(receivables) == 0);
    }

    private BigDecimal disputed(BookCut cut) {
        long sum = disputes.ofEntity(cut.legalEntity(), cut.currency(), cut.receivableClass(), cut.asOf())
                .stream()
                .filter(it -> cut.accountId() == null || it.accountId().equals(cut.accountId()))
                .mapToLong(MarkedAmount::amount)
                .sum();
        return BigDecimal.valueOf(sum);
    }

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
                           and coalesce(i.receivable_class, a.receivable_class) = :class))""")
                .params(cut.parameters())
                .param("from", from)
                .query(BigDecimal.class)
                .single();
    }
}
