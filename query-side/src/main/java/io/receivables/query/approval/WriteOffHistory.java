package io.receivables.query.approval;

import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffApprovalGiven;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.policy.RequiredApproval;
import io.receivables.platform.resource.ApprovalProgress;
import io.receivables.platform.resource.WriteOffResource;
import io.receivables.platform.resource.WriteOffResource.Status;
import io.receivables.query.ledger.PastFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A write-off folded from the facts of its invoice. */
final class WriteOffHistory {

    private final List<String> approvers = new ArrayList<>();
    private InvoiceWrittenOff terms;
    private @Nullable RequiredApproval required;
    private Status status;
    private @Nullable String rejectedBy;

    private WriteOffHistory(InvoiceWrittenOff terms, @Nullable RequiredApproval required, Status status) {
        this.terms = terms;
        this.required = required;
        this.status = status;
    }

    static Optional<WriteOffResource> resource(String writeOffId, List<PastFact> invoice, long position) {
        return of(writeOffId, invoice).map(history -> history.resource(invoice.size(), position));
    }

    /** What was, or would be, given up, if it counts at the cut. */
    static Optional<InvoiceWrittenOff> standing(String writeOffId, List<PastFact> invoice) {
        return of(writeOffId, invoice).filter(history -> history.status == Status.APPROVED)
                .map(history -> history.terms);
    }

    private static Optional<WriteOffHistory> of(String writeOffId, List<PastFact> invoice) {
        @Nullable
        WriteOffHistory history = null;
        for (var fact : invoice) {
            if (fact.event() instanceof InvoiceEvent event) {
                history = after(event, writeOffId, history);
            }
        }
        return Optional.ofNullable(history);
    }

    /** Most facts of an invoice are about something else, and leave the write-off as it was. */
    private static @Nullable WriteOffHistory after(InvoiceEvent event, String id, @Nullable WriteOffHistory before) {
        return switch (event) {
            case WriteOffRequested asked when asked.writeOffId().value().equals(id) ->
                new WriteOffHistory(terms(asked), asked.required(), Status.PENDING);
            case WriteOffApprovalGiven given when before != null && given.writeOffId().value().equals(id) ->
                before.approvedBy(given.approvedBy());
            case InvoiceWrittenOff done when done.writeOffId().value().equals(id) -> before == null
                    ? new WriteOffHistory(done, null, Status.APPROVED)
                    : before.become(done);
            case WriteOffRejected refused when before != null && refused.writeOffId().value().equals(id) ->
                before.become(Status.REJECTED, refused.rejectedBy());
            case WriteOffReversed reversed when before != null && reversed.writeOffId().value().equals(id) ->
                before.become(Status.REVERSED, null);
            default -> before;
        };
    }

    private static InvoiceWrittenOff terms(WriteOffRequested asked) {
        return new InvoiceWrittenOff(asked.invoiceId(), asked.accountId(), asked.legalEntity(), asked.writeOffId(),
                asked.parts(), asked.reason(), asked.taxRelief(), asked.evidence(), asked.requestedBy(), null,
                asked.limit(), asked.policyVersion(), asked.effectiveDate(), asked.relief(), null);
    }

    private WriteOffHistory approvedBy(String approver) {
        approvers.add(approver);
        return this;
    }

    private WriteOffHistory become(InvoiceWrittenOff done) {
        terms = done;
        status = Status.APPROVED;
        return done.approvedBy() == null ? this : approvedBy(done.approvedBy());
    }

    private WriteOffHistory become(Status next, @Nullable String who) {
        status = next;
        rejectedBy = who;
        return this;
    }

    private WriteOffResource resource(long version, long position) {
        boolean atOnce = (status == Status.APPROVED || status == Status.REVERSED) && terms.approvedBy() == null;
        return new WriteOffResource(terms.writeOffId(), terms.invoiceId(), terms.accountId(),
                InstalmentAmount.total(terms.parts()), status, terms.reason(), terms.taxRelief(), terms.relief(),
                terms.evidence(), terms.requestedBy(), ApprovalProgress.shown(atOnce, required, approvers),
                terms.approvedBy(), rejectedBy, terms.effectiveDate(), version, position);
    }
}
