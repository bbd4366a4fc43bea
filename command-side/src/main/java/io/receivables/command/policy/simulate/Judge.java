package io.receivables.command.policy.simulate;

import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.policy.simulate.SimulatedDecision.Kind;
import io.receivables.command.policy.simulate.SimulatedDecision.Outcome;
import io.receivables.events.AccountEntry;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.money.Money;
import io.receivables.events.refund.RefundRequested;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges the decisions of a legal entity and a span of business dates by one policy, as if it had been valid throughout.
 *
 * @param policyVersion as the answer names it; null where the policy came with the request
 */
record Judge(LegalEntityId entity, LocalDate from, LocalDate to, PolicyInForce policy,
        @Nullable Integer policyVersion) {

    /**
     * What came of a decision when it was judged again.
     *
     * @param outcome of a letter; null for other decisions
     */
    record Verdict(Kind kind, String id, @Nullable Integer recordedVersion, List<Difference> differences,
            @Nullable Outcome outcome) {

        Verdict(Kind kind, String id, @Nullable Integer recordedVersion, List<Difference> differences) {
            this(kind, id, recordedVersion, differences, null);
        }
    }

    /** Empty for what is no decision that a policy judges, or none of the entity and span. */
    Optional<Verdict> judge(ReceivablesEvent event) {
        return event instanceof AccountEntry entry && isAbout(entry.legalEntity(), event)
                ? Optional.ofNullable(verdict(event))
                : Optional.empty();
    }

    /** Whether a fact of a legal entity is one of the entity and span. */
    boolean isAbout(LegalEntityId of, ReceivablesEvent event) {
        return of.equals(entity) && !event.effectiveDate().isBefore(from) && !event.effectiveDate().isAfter(to);
    }

    private @Nullable Verdict verdict(ReceivablesEvent event) {
        return switch (event) {
            // What another ledger issued was not decided here.
            case InvoiceIssued issued when issued.opening() == null -> new Verdict(Kind.INVOICE,
                    issued.invoiceId().value(), issued.terms() == null ? null : issued.terms().policyVersion(),
                    SimulatedInvoice.of(issued, policy));
            case WriteOffRequested asked -> writeOff(asked.writeOffId().value(), asked.parts(),
                    asked.limit(), asked.policyVersion());
            // With an approver it was asked for before, and is judged there.
            case InvoiceWrittenOff decided when decided.approvedBy() == null -> writeOff(decided.writeOffId().value(),
                    decided.parts(), decided.limit(), decided.policyVersion());
            case RefundRequested asked -> new Verdict(Kind.REFUND, asked.refundId().value(), asked.policyVersion(),
                    SimulatedApproval.of(asked.amount(), asked.limit(),
                            policy.refundLimit(asked.amount().currency())));
            default -> null;
        };
    }

    private Verdict writeOff(String id, List<InstalmentAmount> parts,
            Money limit, @Nullable Integer recordedVersion) {
        var amount = InstalmentAmount.total(parts);
        return new Verdict(Kind.WRITE_OFF, id, recordedVersion,
                SimulatedApproval.of(amount, limit, policy.writeOffLimit(amount.currency())));
    }

    SimulatedDecision show(Verdict verdict, AccountEntry event, long position) {
        return new SimulatedDecision(verdict.kind(), verdict.id(), Objects.requireNonNull(event.accountId()),
                event.effectiveDate(), position, verdict.recordedVersion(), policyVersion, verdict.outcome(),
                verdict.differences(), true);
    }
}
