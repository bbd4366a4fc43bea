package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.WriteOffResource;
import io.receivables.platform.resource.WriteOffResource.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The write-offs of an invoice: asked for, approved, rejected, reversed. */
final class WriteOffs {

    private final InvoiceIssued issued;
    private final OpenInstalments instalments;
    private final Map<WriteOffId, WriteOff> all = new HashMap<>();

    /** @param terms what is, or would be, given up */
    private record WriteOff(InvoiceWrittenOff terms, Status status, @Nullable String rejectedBy) {}

    WriteOffs(InvoiceIssued issued, OpenInstalments instalments) {
        this.issued = issued;
        this.instalments = instalments;
    }

    /** At once when the limit covers it; else it waits for a second person. */
    void claim(WriteOffClaim claim, ApprovalLimit limit, String requestedBy) {
        var date = claim.effectiveDate();
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        var parts = instalments.spread(amountOf(claim), claim.instalment(), date, ProblemCode.WRITE_OFF_EXCEEDS_OPEN);
        if (limit.covers(InstalmentAmount.total(parts))) {
            apply(new InvoiceWrittenOff(issued.invoiceId(), issued.accountId(), issued.legalEntity(),
                    claim.writeOffId(), parts, claim.reason(), claim.taxRelief(), claim.evidence(), requestedBy, null,
                    limit.amount(), limit.policyVersion(), date));
        } else {
            apply(new WriteOffRequested(issued.invoiceId(), issued.accountId(), issued.legalEntity(),
                    claim.writeOffId(), parts, claim.reason(), claim.taxRelief(), claim.evidence(), requestedBy,
                    limit.amount(), limit.policyVersion(), date));
        }
    }

    private Money amountOf(WriteOffClaim claim) {
        if (claim.amount() != null) {
            Amounts.requireCurrency(issued.total().currency(), claim.amount(), "/amount");
            Amounts.requirePositive(claim.amount(), "/amount");
            return claim.amount();
        }
        var open = claim.instalment() == null
                ? instalments.availableFrom(claim.effectiveDate())
                : instalments.require(claim.instalment()).open().availableFrom(claim.effectiveDate());
        if (open.isZero()) {
            throw new Refusal(ProblemCode.WRITE_OFF_EXCEEDS_OPEN,
                    "nothing is open on invoice " + issued.invoiceId() + " at " + claim.effectiveDate());
        }
        return open;
    }

    /** Counts from the date that was asked for, in just the parts that were asked for. */
    void approve(WriteOffId id, String approver) {
        var terms = require(id, Status.PENDING, ProblemCode.WRITE_OFF_NOT_PENDING).terms();
        if (approver.equals(terms.requestedBy())) {
            throw new Refusal(ProblemCode.APPROVER_IS_REQUESTER, approver + " asked for write-off " + id
                    + "; somebody else approves it");
        }
        for (var part : terms.parts()) {
            var open = instalments.require(part.instalment()).open().availableFrom(terms.effectiveDate());
            if (part.amount().isGreaterThan(open)) {
                throw new Refusal(ProblemCode.LESS_IS_OPEN, "write-off " + id + " takes " + part.amount()
                        + " of instalment " + part.instalment() + " from " + terms.effectiveDate() + ", where only "
                        + open + " is left open");
            }
        }
        apply(new InvoiceWrittenOff(terms.invoiceId(), terms.accountId(), terms.legalEntity(), id, terms.parts(),
                terms.reason(), terms.taxRelief(), terms.evidence(), terms.requestedBy(), approver, terms.limit(),
                terms.policyVersion(), terms.effectiveDate()));
    }

    /** Who asked may reject as well: nothing is given up by it. */
    void reject(WriteOffId id, String rejectedBy, @Nullable String reason, LocalDate today) {
        require(id, Status.PENDING, ProblemCode.WRITE_OFF_NOT_PENDING);
        apply(new WriteOffRejected(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, rejectedBy, reason,
                today));
    }

    void reverse(WriteOffId id, String reason, LocalDate date, Recoveries recoveries) {
        var terms = require(id, Status.APPROVED, ProblemCode.WRITE_OFF_NOT_APPROVED).terms();
        Amounts.requireNotBefore(date, terms.effectiveDate(), "write-off " + id);
        recoveries.requireLeft(InstalmentAmount.total(terms.parts()), date, "write-off " + id);
        apply(new WriteOffReversed(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id, terms.parts(),
                reason, date));
    }

    private WriteOff require(WriteOffId id, Status expected, ProblemCode otherwise) {
        var writeOff = require(id);
        if (writeOff.status() != expected) {
            throw new Refusal(otherwise,
                    "write-off " + id + " of invoice " + issued.invoiceId() + " is " + writeOff.status());
        }
        return writeOff;
    }

    private WriteOff require(WriteOffId id) {
        var writeOff = all.get(id);
        if (writeOff == null) {
            throw new Refusal(ProblemCode.WRITE_OFF_NOT_FOUND,
                    "no write-off " + id + " of invoice " + issued.invoiceId());
        }
        return writeOff;
    }

    void requested(WriteOffRequested asked) {
        var terms = new InvoiceWrittenOff(asked.invoiceId(), asked.accountId(), asked.legalEntity(), asked.writeOffId(),
                asked.parts(), asked.reason(), asked.taxRelief(), asked.evidence(), asked.requestedBy(), null,
                asked.limit(), asked.policyVersion(), asked.effectiveDate());
        all.put(asked.writeOffId(), new WriteOff(terms, Status.PENDING, null));
    }

    void writtenOff(InvoiceWrittenOff terms) {
        all.put(terms.writeOffId(), new WriteOff(terms, Status.APPROVED, null));
    }

    void rejected(WriteOffRejected rejected) {
        all.computeIfPresent(rejected.writeOffId(),
                (_, asked) -> new WriteOff(asked.terms(), Status.REJECTED, rejected.rejectedBy()));
    }

    void reversed(WriteOffReversed reversed) {
        all.computeIfPresent(reversed.writeOffId(),
                (_, standing) -> new WriteOff(standing.terms(), Status.REVERSED, null));
    }

    WriteOffResource resource(WriteOffId id, long version) {
        var writeOff = Objects.requireNonNull(all.get(id));
        var terms = writeOff.terms();
        return new WriteOffResource(id, terms.invoiceId(), terms.accountId(), InstalmentAmount.total(terms.parts()),
                writeOff.status(), terms.reason(), terms.taxRelief(), terms.evidence(), terms.requestedBy(),
                terms.approvedBy(), writeOff.rejectedBy(), terms.effectiveDate(), version, null);
    }
}
