package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.policy.Approver;
import io.receivables.command.policy.PendingApproval;
import io.receivables.command.policy.ToApprove;
import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffApprovalGiven;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.money.Money;
import io.receivables.events.policy.WriteOffRules;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.ApprovalProgress;
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
    private final TaxReliefs reliefs;
    private final Map<WriteOffId, WriteOff> all = new HashMap<>();

    /** @param terms what is, or would be, given up */
    private record WriteOff(InvoiceWrittenOff terms, PendingApproval approval, Status status,
            @Nullable String rejectedBy) {

        Money amount() {
            return InstalmentAmount.total(terms.parts());
        }

        WriteOff become(Status next, @Nullable String rejectedBy) {
            return new WriteOff(terms, approval, next, rejectedBy);
        }
    }

    WriteOffs(InvoiceIssued issued, OpenInstalments instalments, TaxReliefs reliefs) {
        this.reliefs = reliefs;
        this.issued = issued;
        this.instalments = instalments;
    }

    /** At once when the limit covers it; else it waits for others to agree. */
    void claim(WriteOffClaim claim, ApprovalLimit limit, WriteOffRules rules, String requestedBy) {
        var date = claim.effectiveDate();
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        var parts = instalments.spread(amountOf(claim), claim.instalment(), date, ProblemCode.WRITE_OFF_EXCEEDS_OPEN);
        var amount = InstalmentAmount.total(parts);
        WriteOffBringsWhatThePolicyAsks.check(claim, amount, rules);
        var relief = reliefs.of(claim, amount, rules);
        if (limit.covers(amount)) {
            apply(new InvoiceWrittenOff(issued.invoiceId(), issued.accountId(), issued.legalEntity(),
                    claim.writeOffId(), parts, claim.reason(), claim.taxRelief(), claim.evidence(), requestedBy, null,
                    limit.amount(), limit.policyVersion(), date, relief, null));
        } else {
            apply(new WriteOffRequested(issued.invoiceId(), issued.accountId(), issued.legalEntity(),
                    claim.writeOffId(), parts, claim.reason(), claim.taxRelief(), claim.evidence(), requestedBy,
                    limit.amount(), limit.policyVersion(), date, relief, limit.required(amount)));
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
    void approve(WriteOffId id, Approver approver, LocalDate today) {
        var pending = require(id, Status.PENDING, ProblemCode.WRITE_OFF_NOT_PENDING);
        var terms = pending.terms();
        var what = ToApprove.writeOff(id, issued.accountId(), issued.legalEntity(), issued.invoiceId(),
                pending.amount());
        if (!pending.approval().isCompletedBy(approver, what, today)) {
            apply(new WriteOffApprovalGiven(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id,
                    approver.subject(), today));
            return;
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
                terms.reason(), terms.taxRelief(), terms.evidence(), terms.requestedBy(), approver.subject(),
                terms.limit(), terms.policyVersion(), terms.effectiveDate(), terms.relief(),
                pending.approval().allWith(approver)));
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
                reason, date, reliefs.standing(terms.relief())));
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
                asked.limit(), asked.policyVersion(), asked.effectiveDate(), asked.relief(), null);
        all.put(asked.writeOffId(), new WriteOff(terms,
                PendingApproval.of(asked.requestedBy(), asked.required()), Status.PENDING, null));
        reliefs.asked(InstalmentAmount.total(asked.parts()), asked.relief());
    }

    void approvalGiven(WriteOffApprovalGiven given) {
        all.computeIfPresent(given.writeOffId(), (_, asked) -> new WriteOff(asked.terms(),
                asked.approval().with(given.approvedBy()), Status.PENDING, null));
    }

    private static PendingApproval approval(InvoiceWrittenOff done, @Nullable WriteOff asked) {
        return asked == null || done.approvedBy() == null
                ? PendingApproval.of(done.requestedBy(), null)
                : asked.approval().with(done.approvedBy());
    }

    void writtenOff(InvoiceWrittenOff terms) {
        var asked = all.get(terms.writeOffId());
        var amount = InstalmentAmount.total(terms.parts());
        if (asked == null) {
            reliefs.asked(amount, terms.relief());
        }
        reliefs.writtenOff(amount, terms.relief());
        all.put(terms.writeOffId(), new WriteOff(terms, approval(terms, asked), Status.APPROVED, null));
    }

    void rejected(WriteOffRejected rejected) {
        all.computeIfPresent(rejected.writeOffId(),
                (_, asked) -> asked.become(Status.REJECTED, rejected.rejectedBy()));
        var asked = Objects.requireNonNull(all.get(rejected.writeOffId()));
        reliefs.dropped(asked.amount(), asked.terms().relief());
    }

    void reversed(WriteOffReversed reversed) {
        all.computeIfPresent(reversed.writeOffId(),
                (_, standing) -> standing.become(Status.REVERSED, null));
        var taken = Objects.requireNonNull(all.get(reversed.writeOffId()));
        reliefs.dropped(taken.amount(), taken.terms().relief());
        reliefs.reversed(taken.amount(), reversed.relief());
    }

    private static boolean isApproved(Status status) {
        return status == Status.APPROVED || status == Status.REVERSED;
    }

    WriteOffResource resource(WriteOffId id, long version) {
        var writeOff = Objects.requireNonNull(all.get(id));
        var terms = writeOff.terms();
        return new WriteOffResource(id, terms.invoiceId(), terms.accountId(), writeOff.amount(),
                writeOff.status(), terms.reason(), terms.taxRelief(), terms.relief(), terms.evidence(),
                terms.requestedBy(),
                ApprovalProgress.shown(isApproved(writeOff.status()) && terms.approvedBy() == null,
                        writeOff.approval().required(), writeOff.approval().approvedBy()),
                terms.approvedBy(), writeOff.rejectedBy(), terms.effectiveDate(), version, null);
    }
}
