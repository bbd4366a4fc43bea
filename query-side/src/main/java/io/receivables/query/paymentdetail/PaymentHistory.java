package io.receivables.query.paymentdetail;

import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.payment.PaymentUseForRecoveryReversed;
import io.receivables.events.payment.PaymentUsedForRecovery;
import io.receivables.events.payment.SmallDifferenceGivenBack;
import io.receivables.events.payment.SmallDifferenceTaken;
import io.receivables.platform.resource.PaymentResource;
import io.receivables.query.ledger.Allocations;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.RefundAmounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment folded from its facts. Cash that a recovery used, and cents that were kept, count as allocated. */
final class PaymentHistory {

    private final PaymentReceived received;
    private final Allocations allocations = new Allocations();
    private @Nullable AccountId account;
    private Money usedForRecovery;
    private Money keptDifferences;
    private RefundAmounts refunds;
    private boolean reversed;

    private PaymentHistory(PaymentReceived received) {
        this.received = received;
        this.account = received.accountId();
        this.usedForRecovery = Money.zero(received.amount().currency());
        this.keptDifferences = usedForRecovery;
        this.refunds = RefundAmounts.none(received.amount());
    }

    /** @param facts the first one is the receipt */
    static PaymentResource resource(List<PastFact> facts, long position) {
        var history = new PaymentHistory((PaymentReceived) facts.getFirst().event());
        for (var fact : facts) {
            history.refunds = history.refunds.after(fact.event());
            if (fact.event() instanceof PaymentEvent event) {
                history.evolve(event);
            }
        }
        return history.resource(facts.size(), position);
    }

    private void evolve(PaymentEvent event) {
        switch (event) {
            case PaymentReceived first -> {
            }
            case PaymentIdentified identified -> account = identified.accountId();
            case PaymentAllocated made ->
                allocations.made(made);
            case PaymentAllocationReversed taken -> allocations.reversed(taken.allocationId(), taken.effectiveDate());
            case PaymentReversed returned -> reversed = true;
            case PaymentUsedForRecovery used -> usedForRecovery = usedForRecovery.plus(used.amount());
            case PaymentUseForRecoveryReversed freed -> usedForRecovery = usedForRecovery.minus(freed.amount());
            case SmallDifferenceTaken kept -> keptDifferences = keptDifferences.plus(kept.amount());
            case SmallDifferenceGivenBack back -> keptDifferences = keptDifferences.minus(back.amount());
        }
    }

    private PaymentResource resource(long version, long position) {
        var allocated = allocations.standing(received.amount()).plus(usedForRecovery).plus(keptDifferences);
        var free = reversed
                ? Money.zero(received.amount().currency())
                : received.amount().minus(allocated).minus(refunds.pending()).minus(refunds.refunded());
        return new PaymentResource(received.paymentId(), null, account, received.legalEntity(), received.amount(),
                received.receivedDate(), received.valueDate(), received.method(), received.reference(), allocated, free,
                refunds.pending(), refunds.refunded(), reversed, allocations.list(), received.opening(), null, version,
                position);
    }
}
