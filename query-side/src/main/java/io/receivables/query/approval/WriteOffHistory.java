package io.receivables.query.approval;

import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.platform.resource.WriteOffResource;
import io.receivables.platform.resource.WriteOffResource.Status;
import io.receivables.query.ledger.PastFact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A write-off folded from the facts of its invoice. */
final class WriteOffHistory {

    private WriteOffHistory() {}

    static Optional<WriteOffResource> resource(String writeOffId, List<PastFact> invoice, long position) {
        WriteOffResource writeOff = null;
        for (var fact : invoice) {
            writeOff = after(fact, writeOffId, writeOff, invoice.size(), position);
        }
        return Optional.ofNullable(writeOff);
    }

    /** Most facts of an invoice are about something else, and leave the write-off as it was. */
    private static @Nullable WriteOffResource after(PastFact fact, String id, @Nullable WriteOffResource before,
            long version, long position) {
        return switch (fact.event()) {
            case WriteOffRequested asked when asked.writeOffId().value().equals(id) -> new WriteOffResource(
                    asked.writeOffId(), asked.invoiceId(), asked.accountId(), InstalmentAmount.total(asked.parts()),
                    Status.PENDING, asked.reason(), asked.taxRelief(), asked.evidence(), asked.requestedBy(), null,
                    null, asked.effectiveDate(), version, position);
            case InvoiceWrittenOff done when done.writeOffId().value().equals(id) -> new WriteOffResource(
                    done.writeOffId(), done.invoiceId(), done.accountId(), InstalmentAmount.total(done.parts()),
                    Status.APPROVED, done.reason(), done.taxRelief(), done.evidence(), done.requestedBy(),
                    done.approvedBy(), null, done.effectiveDate(), version, position);
            case WriteOffRejected refused when before != null && refused.writeOffId().value().equals(id) ->
                with(before, Status.REJECTED, refused.rejectedBy());
            case WriteOffReversed reversed when before != null && reversed.writeOffId().value().equals(id) ->
                with(before, Status.REVERSED, null);
            default -> before;
        };
    }

    private static WriteOffResource with(WriteOffResource writeOff, Status status, @Nullable String rejectedBy) {
        return new WriteOffResource(writeOff.writeOffId(), writeOff.invoiceId(), writeOff.accountId(),
                writeOff.amount(), status, writeOff.reason(), writeOff.taxRelief(), writeOff.evidence(),
                writeOff.requestedBy(), writeOff.approvedBy(), rejectedBy, writeOff.effectiveDate(),
                writeOff.version(), writeOff.position());
    }
}
