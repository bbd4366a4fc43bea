package io.receivables.query.dunning;

import io.receivables.events.dunning.DunningLetterDelivered;
import io.receivables.events.dunning.DunningLetterDeliveryFailed;
import io.receivables.events.dunning.DunningLetterEvent;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningLetterSentAgain;
import io.receivables.events.money.Money;
import io.receivables.query.dunning.DunningLetterResource.Delivery;
import io.receivables.query.dunning.DunningLetterResource.Status;
import io.receivables.query.ledger.PastFact;
import java.util.ArrayList;
import java.util.List;

/** A letter folded from its facts. */
final class LetterHistory {

    private LetterHistory() {}

    static DunningLetterResource resource(List<PastFact> facts, long position) {
        var issued = (DunningLetterIssued) facts.getFirst().event();
        var status = Status.WAITING;
        var channel = issued.channel();
        var deliveries = new ArrayList<Delivery>();
        for (var fact : facts) {
            switch ((DunningLetterEvent) fact.event()) {
                case DunningLetterIssued _ -> {
                    // It waits.
                }
                case DunningLetterDelivered it -> {
                    status = Status.DELIVERED;
                    deliveries.add(new Delivery(it.effectiveDate(), it.channel(), it.attempts(), it.reference(), null,
                            null));
                }
                case DunningLetterDeliveryFailed it -> {
                    status = Status.FAILED;
                    deliveries.add(new Delivery(it.effectiveDate(), it.channel(), it.attempts(), null, it.failure(),
                            it.code()));
                }
                case DunningLetterSentAgain it -> {
                    status = Status.WAITING;
                    channel = it.channel();
                }
            }
        }
        return new DunningLetterResource(issued.letterId(), issued.runId(), issued.accountId(), issued.legalEntity(),
                issued.effectiveDate(), issued.level(), issued.finalNotice(), issued.procedure(), issued.amountDue(),
                issued.items(), issued.besides(),
                issued.fee() == null ? Money.zero(issued.amountDue().currency()) : issued.fee(),
                issued.feeChargeId(), issued.charges(), issued.unapplied(), issued.policyVersion(), issued.template(),
                issued.templateVersion(), issued.language(), channel, issued.contentHash(), status,
                List.copyOf(deliveries), facts.size(), position);
    }
}
