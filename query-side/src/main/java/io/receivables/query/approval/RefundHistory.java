package io.receivables.query.approval;

import io.receivables.events.allocation.CreditSource;
import io.receivables.events.refund.RefundApprovalGiven;
import io.receivables.events.refund.RefundApproved;
import io.receivables.events.refund.RefundEvent;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundRejected;
import io.receivables.events.refund.RefundRequested;
import io.receivables.events.refund.RefundReturned;
import io.receivables.platform.resource.ApprovalProgress;
import io.receivables.platform.resource.RefundResource;
import io.receivables.platform.resource.RefundResource.Status;
import io.receivables.query.ledger.PastFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refund folded from the facts of the payment or credit note that it comes from. */
final class RefundHistory {

    private final RefundRequested requested;
    private Status status = Status.PENDING;
    private final List<String> approvers = new ArrayList<>();
    private @Nullable String approvedBy;
    private @Nullable String rejectedBy;
    private @Nullable LocalDate paidDate;
    private @Nullable String reference;

    private RefundHistory(RefundRequested requested) {
        this.requested = requested;
    }

    static Optional<RefundResource> resource(String refundId, List<PastFact> source, long position) {
        RefundHistory history = null;
        for (var fact : source) {
            if (fact.event() instanceof RefundEvent event && event.refundId().value().equals(refundId)) {
                if (event instanceof RefundRequested requested) {
                    history = new RefundHistory(requested);
                } else if (history != null) {
                    history.evolve(event);
                }
            }
        }
        return history == null ? Optional.empty() : Optional.of(history.resource(source.size(), position));
    }

    private void evolve(RefundEvent event) {
        switch (event) {
            case RefundRequested first -> {
            }
            case RefundApprovalGiven given -> approvers.add(given.approvedBy());
            case RefundApproved approved -> {
                status = Status.APPROVED;
                if (approved.approvedBy() != null) {
                    approvers.add(approved.approvedBy());
                }
                approvedBy = approved.approvedBy();
            }
            case RefundRejected rejected -> {
                status = Status.REJECTED;
                rejectedBy = rejected.rejectedBy();
            }
            case RefundPaidOut paid -> {
                status = Status.PAID;
                paidDate = paid.paidDate();
                reference = paid.reference();
            }
            case RefundReturned returned -> status = Status.REVERSED;
        }
    }

    private RefundResource resource(long version, long position) {
        boolean payment = requested.source().kind() == CreditSource.Kind.PAYMENT;
        var source = requested.source().id();
        return new RefundResource(requested.refundId(), payment ? source : null, payment ? null : source,
                requested.accountId(), requested.amount(), status, requested.reason(), requested.requestedBy(),
                ApprovalProgress.shown(status != Status.PENDING && status != Status.REJECTED && approvedBy == null,
                        requested.required(), approvers),
                approvedBy, rejectedBy, requested.effectiveDate(), paidDate, reference, version, position);
    }
}
