package io.receivables.command.factoring;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.DatedAmounts;
import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.factoring.FactorDebtIncurred;
import io.receivables.events.factoring.FactorDebtReversed;
import io.receivables.events.factoring.FactorPaidOver;
import io.receivables.events.factoring.FactorPayoutId;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactorSettlementReported;
import io.receivables.events.factoring.FactorSettlementReversed;
import io.receivables.events.factoring.FactoredItemsBoughtBack;
import io.receivables.events.factoring.FactoringEvent;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.platform.factoring.FactoringAccount;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.FactoringResource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Receivables that were assigned to a factor in one go. What left our books, and what the factor may still claim, is decided
 * here; the invoices keep a twin of it.
 */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class Factoring implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private ReceivablesFactored assigned;
    private FactoredClaims claims;
    private FactoringAccount account;
    private DatedAmounts owed;
    private final Map<FactorDebtId, Debt> debts = new LinkedHashMap<>();
    private final Map<FactorSettlementId, Settlement> settlements = new LinkedHashMap<>();

    /** @param held whether unapplied cash is held, rather than cash that settled an item */
    private record Debt(FactorDebtIncurred fact, boolean held, @Nullable LocalDate reversedDate) {}

    private record Settlement(FactorSettlementReported fact, @Nullable LocalDate reversedDate) {}

    Factoring() {}

    public static Factoring assign(ReceivablesFactored assigned) {
        apply(assigned);
        return new Factoring();
    }

    /**
     * What the factor returns.
     *
     * @param wanted which of the items
     * @throws Refusal NOT_AVAILABLE_AT_DATE, EXCEEDS_FACTORED when nothing is left of them
     */
    public List<ClaimItem> buyBack(Predicate<ClaimItem> wanted, String reason, LocalDate date) {
        Amounts.requireNotBefore(date, assigned.effectiveDate(), "assignment " + assigned.factoringId());
        var items = claims.left(wanted, date);
        if (items.isEmpty()) {
            throw new Refusal(ProblemCode.EXCEEDS_FACTORED, "of the items named nothing is left at " + date
                    + " that the factor could return by assignment " + assigned.factoringId());
        }
        apply(new FactoredItemsBoughtBack(assigned.factoringId(), assigned.accountId(), assigned.legalEntity(),
                assigned.factor(), assigned.derecognised(), items, reason, date));
        return items;
    }

    /** The debtor has paid the factor. */
    public void settle(FactorSettlementId id, List<ClaimItem> items, @Nullable String reference, LocalDate date) {
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            Amounts.requireCurrency(currency(), item.amount(), "/items/" + i + "/amount");
            Amounts.requirePositive(item.amount(), "/items/" + i + "/amount");
            claims.requireLeft(item, date);
        }
        apply(new FactorSettlementReported(assigned.factoringId(), assigned.accountId(), assigned.legalEntity(),
                assigned.factor(), assigned.derecognised(), id, items, reference, date));
    }

    /** @return the items that the factor can claim again */
    public List<ClaimItem> reverseSettlement(FactorSettlementId id, String reason, LocalDate date) {
        var settlement = settlements.get(id);
        if (settlement == null) {
            throw new Refusal(ProblemCode.FACTOR_SETTLEMENT_NOT_FOUND,
                    "no settlement " + id + " of assignment " + assigned.factoringId());
        }
        if (settlement.reversedDate() != null) {
            throw new Refusal(ProblemCode.FACTOR_SETTLEMENT_REVERSED,
                    "settlement " + id + " was reversed at " + settlement.reversedDate());
        }
        var fact = settlement.fact();
        Amounts.requireNotBefore(date, fact.effectiveDate(), "settlement " + id);
        fact.items().stream().filter(claims::isBoughtBack).findFirst().ifPresent(item -> {
            throw new Refusal(ProblemCode.ITEM_BOUGHT_BACK, "instalment " + item.instalment() + " of invoice "
                    + item.invoiceId() + " over " + item.amount() + " was returned by the factor meanwhile");
        });
        apply(new FactorSettlementReversed(assigned.factoringId(), assigned.accountId(), assigned.legalEntity(),
                assigned.factor(), assigned.derecognised(), id, fact.items(), reason, date, fact.effectiveDate()));
        return fact.items();
    }

    /**
     * Cash has settled an item that is still in our books: it is owed to the factor, as far as the factor can claim it.
     * Records nothing where it cannot.
     */
    void cashCame(FactorDebtId id, PaymentId payment, InvoiceId invoice, List<InstalmentAmount> parts,
            LocalDate date) {
        if (assigned.derecognised()) {
            return;
        }
        var items = parts.stream()
                .map(part -> new ClaimItem(invoice, part.instalment(),
                        claims.atMost(part.amount(), invoice, part.instalment(), date)))
                .filter(item -> item.amount().isPositive())
                .toList();
        if (!items.isEmpty()) {
            incur(id, payment, items, date);
        }
    }

    /** The allocation was taken back, or the payment did not stay. */
    void cashLeft(FactorDebtId id, String reason, LocalDate date) {
        var debt = debts.get(id);
        if (debt != null && debt.reversedDate() == null) {
            release(debt, reason, date);
        }
    }

    /**
     * Unapplied cash settles what has left our books: it is the factor's.
     *
     * @throws Refusal ITEM_NOT_DERECOGNISED, ITEM_NOT_FACTORED, EXCEEDS_FACTORED
     */
    public void hold(FactorDebtId id, PaymentId payment, ClaimItem item, LocalDate date) {
        if (!assigned.derecognised()) {
            throw new Refusal(ProblemCode.ITEM_NOT_DERECOGNISED, "what was assigned by " + assigned.factoringId()
                    + " is still in the books: allocate the payment to invoice " + item.invoiceId());
        }
        claims.requireLeft(item, date);
        incur(id, payment, List.of(item), date);
    }

    /** @return the payment that held the cash */
    public PaymentId releaseHeld(FactorDebtId id, String reason, LocalDate date) {
        var debt = debts.get(id);
        if (debt == null || !debt.held()) {
            throw new Refusal(ProblemCode.FACTOR_DEBT_NOT_FOUND,
                    "no cash " + id + " is held by assignment " + assigned.factoringId());
        }
        if (debt.reversedDate() != null) {
            throw new Refusal(ProblemCode.FACTOR_DEBT_REVERSED, "cash " + id + " was released at "
                    + debt.reversedDate());
        }
        Amounts.requireNotBefore(date, debt.fact().effectiveDate(), "cash " + id);
        release(debt, reason, date);
        return debt.fact().paymentId();
    }

    /** Transfers to the factor what we owe it. */
    public void payOver(FactorPayoutId id, Money amount, @Nullable String reference, LocalDate date) {
        Amounts.requireCurrency(currency(), amount, "/amount");
        Amounts.requirePositive(amount, "/amount");
        owed.requireAvailable(amount, date, ProblemCode.EXCEEDS_OWED_TO_FACTOR,
                "what is owed to factor " + assigned.factor() + " by assignment " + assigned.factoringId());
        apply(new FactorPaidOver(assigned.factoringId(), assigned.accountId(), assigned.legalEntity(),
                assigned.factor(), assigned.derecognised(), id, amount, reference, date));
    }

    private void incur(FactorDebtId id, PaymentId payment, List<ClaimItem> items, LocalDate date) {
        apply(new FactorDebtIncurred(assigned.factoringId(), assigned.accountId(), assigned.legalEntity(),
                assigned.factor(), assigned.derecognised(), id, payment, items, date));
    }

    private void release(Debt debt, String reason, LocalDate date) {
        var fact = debt.fact();
        apply(new FactorDebtReversed(assigned.factoringId(), assigned.accountId(), assigned.legalEntity(),
                assigned.factor(), assigned.derecognised(), fact.debtId(), fact.paymentId(), fact.items(),
                fact.items().stream().filter(item -> !claims.isBoughtBack(item)).toList(), reason, date));
    }

    @EventSourcingHandler
    void evolve(FactoringEvent event) {
        if (event instanceof ReceivablesFactored first) {
            streamId = StreamType.FACTORING.streamId(first.factoringId());
            assigned = first;
            claims = new FactoredClaims(first);
            account = new FactoringAccount(first);
            owed = new DatedAmounts(currency());
        }
        account.evolve(event);
        var date = event.effectiveDate();
        switch (event) {
            case ReceivablesFactored first -> {
                // The stream began with it.
            }
            case FactoredItemsBoughtBack back -> claims.boughtBack(back.items(), date);
            case FactorSettlementReported made -> {
                settlements.put(made.settlementId(), new Settlement(made, null));
                claims.take(made.items(), date);
            }
            case FactorSettlementReversed back -> {
                settlements.computeIfPresent(back.settlementId(), (_, it) -> new Settlement(it.fact(), date));
                claims.giveBack(back.items(), date);
            }
            case FactorDebtIncurred debt -> {
                debts.put(debt.debtId(), new Debt(debt, assigned.derecognised(), null));
                owed.add(date, ClaimItem.total(debt.items()));
                claims.take(debt.items(), date);
            }
            case FactorDebtReversed back -> {
                debts.computeIfPresent(back.debtId(), (_, it) -> new Debt(it.fact(), it.held(), date));
                owed.take(date, ClaimItem.total(back.items()));
                claims.giveBack(back.claimable(), date);
            }
            case FactorPaidOver paid -> owed.take(date, paid.amount());
        }
    }

    public ReceivablesFactored assigned() {
        return assigned;
    }

    /** The assignment after everything that is recorded, as the API shows it. */
    public FactoringResource resource(long version) {
        return account.resource(version, null);
    }

    private Currency currency() {
        return assigned.items().getFirst().amount().currency();
    }

    @Override
    public LegalEntityId legalEntity() {
        return assigned.legalEntity();
    }
}
