package io.receivables.query.approval;

import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditwriteoff.CreditWriteOffApprovalGiven;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.creditwriteoff.CreditWriteOffRejected;
import io.receivables.events.creditwriteoff.CreditWriteOffRequested;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.policy.RequiredApproval;
import io.receivables.platform.resource.ApprovalProgress;
import io.receivables.platform.resource.CreditWriteOffResource;
import io.receivables.platform.resource.CreditWriteOffResource.Status;
import io.receivables.query.ledger.PastFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The write-off of a credit folded from the facts of the payment or credit note that it comes from. */
final class CreditWriteOffHistory {

    private final CreditWrittenOff terms;
    private final @Nullable RequiredApproval required;
    private final List<String> approvers = new ArrayList<>();
    private Status status;
    private @Nullable String approvedBy;
    private @Nullable String rejectedBy;

    private CreditWriteOffHistory(CreditWrittenOff terms, @Nullable RequiredApproval required, Status status) {
        this.terms = terms;
        this.required = required;
        this.status = status;
    }

    static Optional<CreditWriteOffResource> resource(String id, List<PastFact> source, long position) {
        @Nullable
        CreditWriteOffHistory history = null;
        for (var fact : source) {
            if (fact.event() instanceof CreditWriteOffEvent event && event.creditWriteOffId().value().equals(id)) {
                if (history == null) {
                    history = begin(event);
                } else {
                    history.evolve(event);
                }
            }
        }
        return history == null ? Optional.empty() : Optional.of(history.resource(source.size(), position));
    }

    private static @Nullable CreditWriteOffHistory begin(CreditWriteOffEvent event) {
        return switch (event) {
            case CreditWriteOffRequested asked -> new CreditWriteOffHistory(
                    new CreditWrittenOff(asked.creditWriteOffId(), asked.source(), asked.accountId(),
                            asked.legalEntity(), asked.amount(), asked.reason(), asked.requestedBy(), null, null,
                            asked.limit(), asked.policyVersion(), asked.lapsesOn(), asked.effectiveDate()),
                    asked.required(), Status.PENDING);
            case CreditWrittenOff done -> new CreditWriteOffHistory(done, null, Status.APPROVED);
            default -> null;
        };
    }

    private void evolve(CreditWriteOffEvent event) {
        switch (event) {
            case CreditWriteOffRequested first -> {
            }
            case CreditWriteOffApprovalGiven given -> approvers.add(given.approvedBy());
            case CreditWrittenOff done -> {
                status = Status.APPROVED;
                approvedBy = done.approvedBy();
                if (done.approvedBy() != null) {
                    approvers.add(done.approvedBy());
                }
            }
            case CreditWriteOffRejected rejected -> {
                status = Status.REJECTED;
                rejectedBy = rejected.rejectedBy();
            }
            case CreditWriteOffReversed reversed -> status = Status.REVERSED;
        }
    }

    private CreditWriteOffResource resource(long version, long position) {
        boolean payment = terms.source().kind() == CreditSource.Kind.PAYMENT;
        var source = terms.source().id();
        boolean atOnce = (status == Status.APPROVED || status == Status.REVERSED) && approvedBy == null;
        return new CreditWriteOffResource(terms.creditWriteOffId(), payment ? source : null, payment ? null : source,
                terms.accountId(), terms.amount(), status, terms.reason(), terms.requestedBy(),
                ApprovalProgress.shown(atOnce, required, approvers), approvedBy, rejectedBy, terms.lapsesOn(),
                terms.effectiveDate(), version, position);
    }
}
