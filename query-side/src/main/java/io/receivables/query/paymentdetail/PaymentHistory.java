package io.receivables.query.paymentdetail;

import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.payment.PaymentHeldForFactor;
import io.receivables.events.payment.PaymentHeldForFactorReversed;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.PaymentUseForRecoveryReversed;
import io.receivables.events.payment.PaymentUsedForRecovery;
import io.receivables.events.payment.ReceivedTransferReversed;
import io.receivables.events.payment.SmallDifferenceGivenBack;
import io.receivables.events.payment.SmallDifferenceTaken;
import io.receivables.platform.resource.PaymentResource;
import io.receivables.platform.resource.TransferResource;
import io.receivables.query.ledger.Allocations;
import io.receivables.query.ledger.CreditWriteOffAmounts;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.RefundAmounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payment folded from its facts. Cash that a recovery used or that is held for a factor, and cents that were kept,
 * count as allocated. */
final class PaymentHistory {

    private final PaymentReceived received;
    private final Allocations allocations = new Allocations();
    private @Nullable AccountId account;
    private Money usedForRecovery;
    private final Map<PaymentId, TransferResource> transfers = new LinkedHashMap<>();
    private Money keptDifferences;
    private Money heldForFactor;
    private RefundAmounts refunds;
    private CreditWriteOffAmounts writeOffs;
    private boolean reversed;

    private PaymentHistory(PaymentReceived received) {
        this.received = received;
        this.account = received.accountId();
        this.usedForRecovery = Money.zero(received.amount().currency());
        this.keptDifferences = usedForRecovery;
        this.heldForFactor = usedForRecovery;
        this.refunds = RefundAmounts.none(received.amount());
        this.writeOffs = CreditWriteOffAmounts.none(received.amount());
    }

    /** @param facts the first one is the receipt */
    static PaymentResource resource(List<PastFact> facts, long position) {
        var history = new PaymentHistory((PaymentReceived) facts.getFirst().event());
        for (var fact : facts) {
            history.refunds = history.refunds.after(fact.event());
            history.writeOffs = history.writeOffs.after(fact.event());
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
            case ReceivedTransferReversed returned -> reversed = true;
            case PaymentTransferred given -> transfers.put(given.toPaymentId(), TransferResource.of(given));
            case PaymentTransferReversed back -> transfers.computeIfPresent(back.toPaymentId(),
                    (_, given) -> given.reversed(back.effectiveDate()));
            case PaymentUsedForRecovery used -> usedForRecovery = usedForRecovery.plus(used.amount());
            case PaymentUseForRecoveryReversed freed -> usedForRecovery = usedForRecovery.minus(freed.amount());
            case SmallDifferenceTaken kept -> keptDifferences = keptDifferences.plus(kept.amount());
            case SmallDifferenceGivenBack back -> keptDifferences = keptDifferences.minus(back.amount());
            case PaymentHeldForFactor held -> heldForFactor = heldForFactor.plus(held.amount());
            case PaymentHeldForFactorReversed back -> heldForFactor = heldForFactor.minus(back.amount());
        }
    }

    private PaymentResource resource(long version, long position) {
        var allocated = allocations.standing(received.amount())
                .plus(usedForRecovery)
                .plus(keptDifferences)
                .plus(heldForFactor);
        var transferred = transfers.values()
                .stream()
                .filter(transfer -> transfer.reversedDate() == null)
                .map(TransferResource::amount)
                .reduce(Money.zero(received.amount().currency()), Money::plus);
        var free = reversed
                ? Money.zero(received.amount().currency())
                : received.amount()
                        .minus(allocated)
                        .minus(refunds.pending())
                        .minus(refunds.refunded())
                        .minus(writeOffs.pending())
                        .minus(writeOffs.writtenOff())
                        .minus(transferred);
        return new PaymentResource(received.paymentId(), null, null, account, received.legalEntity(), received.amount(),
                received.receivedDate(), received.valueDate(), received.method(), received.reference(), allocated, free,
                refunds.pending(), refunds.refunded(), writeOffs.pending(), writeOffs.writtenOff(), transferred,
                reversed,
                allocations.list(), List.copyOf(transfers.values()), received.transferredFrom(), received.opening(),
                null, version,
                position);
    }
}
