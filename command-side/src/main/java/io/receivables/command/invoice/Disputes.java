package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.DatedAmounts;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.money.Money;
import io.receivables.platform.agreement.DisputeStanding;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.DisputeResource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of an invoice is disputed, by date. It settles nothing, so what is shown never exceeds what is open. */
final class Disputes {

    private final InvoiceIssued issued;
    private final OpenInstalments instalments;
    private final DatedAmounts disputed;
    private final Map<DisputeId, DisputeStanding> all = new LinkedHashMap<>();

    Disputes(InvoiceIssued issued, OpenInstalments instalments) {
        this.issued = issued;
        this.instalments = instalments;
        this.disputed = new DatedAmounts(issued.total().currency());
    }

    /** Disputes together are never more than what is open, at no date from then on. */
    void raise(DisputeClaim claim, LocalDate deadline, @Nullable Integer policyVersion) {
        var date = claim.effectiveDate();
        Amounts.requireCurrency(issued.total().currency(), claim.amount(), "/amount");
        Amounts.requirePositive(claim.amount(), "/amount");
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        requireDeadline(deadline, date);
        requireRoom(claim, room(null), "invoice " + issued.invoiceId());
        if (claim.instalment() != null) {
            requireRoom(claim, room(claim.instalment()),
                    "instalment " + claim.instalment() + " of invoice " + issued.invoiceId());
        }
        apply(new DisputeRaised(issued.invoiceId(), issued.accountId(), issued.legalEntity(), claim.disputeId(),
                claim.amount(), claim.instalment(), claim.category(), claim.reason(), claim.owner(), deadline,
                policyVersion, date));
    }

    /** @param owner null keeps who has it */
    void reassign(DisputeId id, @Nullable String owner, @Nullable LocalDate deadline, String reason, LocalDate date) {
        var dispute = requireOpen(id);
        Amounts.requireNotBefore(date, dispute.raised().effectiveDate(), "dispute " + id);
        var now = dispute.at(LocalDate.MAX, 0, null);
        var day = deadline == null ? now.deadline() : deadline;
        requireDeadline(day, dispute.raised().effectiveDate());
        apply(new DisputeReassigned(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id,
                owner == null ? now.owner() : owner, day, reason, date));
    }

    void resolve(DisputeId id, DisputeOutcome outcome, String reason, @Nullable CreditNoteId creditNoteId,
            LocalDate date) {
        var dispute = requireOpen(id);
        Amounts.requireNotBefore(date, dispute.raised().effectiveDate(), "dispute " + id);
        if (creditNoteId != null && outcome != DisputeOutcome.CREDITED) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/creditNoteId",
                    "a credit note goes with the outcome CREDITED, not " + outcome);
        }
        apply(new DisputeResolved(issued.invoiceId(), issued.accountId(), issued.legalEntity(), id,
                dispute.raised().amount(), outcome, reason, creditNoteId, date));
    }

    /** What is open and not disputed yet, by date; may be below zero where a disputed part was paid. */
    private DatedAmounts room(@Nullable Integer instalment) {
        var room = instalments.openAmounts(instalment);
        if (instalment == null) {
            room.takeAll(disputed);
        } else {
            all.values()
                    .stream()
                    .filter(it -> instalment.equals(it.raised().instalment()))
                    .forEach(it -> {
                        room.take(it.raised().effectiveDate(), it.raised().amount());
                        if (it.resolved() != null) {
                            room.add(it.resolved().effectiveDate(), it.raised().amount());
                        }
                    });
        }
        return room;
    }

    private static void requireRoom(DisputeClaim claim, DatedAmounts room, String what) {
        var available = room.availableFrom(claim.effectiveDate());
        if (!claim.amount().isGreaterThan(available)) {
            return;
        }
        var zero = Money.zero(available.currency());
        var possible = available.max(zero) + " at most from " + claim.effectiveDate() + " on";
        var first = room.firstDateFor(claim.amount(), claim.effectiveDate());
        if (first.isPresent()) {
            throw new Refusal(ProblemCode.NOT_AVAILABLE_AT_DATE,
                    claim.amount() + " is not open and undisputed on " + what
                            + " at " + claim.effectiveDate() + " and ever after: " + possible
                            + "; first possible date: "
                            + first.get());
        }
        throw Amounts.refusal(ProblemCode.DISPUTE_EXCEEDS_OPEN, "/amount", claim.amount() + " exceeds the "
                + room.last().max(zero) + " that is open and undisputed on " + what + ": " + possible);
    }

    private static void requireDeadline(LocalDate deadline, LocalDate raised) {
        if (deadline.isBefore(raised)) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/deadline",
                    "deadline " + deadline + " is before the dispute, " + raised);
        }
    }

    private DisputeStanding requireOpen(DisputeId id) {
        var dispute = all.get(id);
        if (dispute == null) {
            throw new Refusal(ProblemCode.DISPUTE_NOT_FOUND, "no dispute " + id + " on invoice " + issued.invoiceId());
        }
        if (dispute.resolved() != null) {
            throw new Refusal(ProblemCode.DISPUTE_RESOLVED, "dispute " + id + " of invoice " + issued.invoiceId()
                    + " was resolved at " + dispute.resolved().effectiveDate() + ", "
                    + dispute.resolved().outcome());
        }
        return dispute;
    }

    /**
     * Refuses what the customer contests: a dispute that names no instalment is about all of them.
     *
     * @throws Refusal ITEM_DISPUTED
     */
    void requireNone(List<InstalmentAmount> parts) {
        for (var dispute : all.values()) {
            var named = dispute.raised().instalment();
            if (dispute.resolved() == null
                    && (named == null || parts.stream().anyMatch(part -> part.instalment() == named))) {
                throw Amounts.refusal(ProblemCode.ITEM_DISPUTED, "", dispute.raised().amount() + " of invoice "
                        + issued.invoiceId() + " is disputed since " + dispute.raised().effectiveDate() + " ("
                        + dispute.raised().disputeId() + ")");
            }
        }
    }

    void raised(DisputeRaised fact) {
        all.put(fact.disputeId(), DisputeStanding.of(fact));
        disputed.add(fact.effectiveDate(), fact.amount());
    }

    void reassigned(DisputeReassigned fact) {
        all.computeIfPresent(fact.disputeId(), (_, dispute) -> dispute.after(fact));
    }

    void resolved(DisputeResolved fact) {
        all.computeIfPresent(fact.disputeId(), (_, dispute) -> dispute.after(fact));
        disputed.take(fact.effectiveDate(), fact.amount());
    }

    /** What is disputed at a date, whatever is open then. */
    Money at(LocalDate date) {
        return disputed.at(date);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean isOpenAt(LocalDate date) {
        return all.values().stream().anyMatch(dispute -> dispute.isOpenAt(date));
    }

    /** What of the principal bears no charges, by what had become of each dispute at a date. */
    DisputedPrincipal principalAt(LocalDate date, Set<CreditSource> settledBy) {
        return DisputedPrincipal.of(all.values(), date, settledBy);
    }

    /** The disputes that there were at a date, those that had ended as well. */
    List<DisputeResource> linesAt(LocalDate date, long version) {
        return all.values().stream().filter(it -> it.existsAt(date)).map(it -> it.at(date, version, null)).toList();
    }

    DisputeResource resource(DisputeId id, LocalDate date, long version) {
        return Objects.requireNonNull(all.get(id)).at(date, version, null);
    }
}
