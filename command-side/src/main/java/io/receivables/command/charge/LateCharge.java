package io.receivables.command.charge;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.invoice.Receivable;
import io.receivables.command.invoice.SettlementClaim;
import io.receivables.command.matching.Debt;
import io.receivables.command.matching.Debt.Component;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.DatedAmounts;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.charge.LateChargeEvent;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.charge.LateChargeSettledInPart;
import io.receivables.events.charge.LateChargeSettlementReversed;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.LateChargeResource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A late charge: what of it is open at each date. It bears neither discount nor interest. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class LateCharge implements Receivable {

    /** A charge has no instalments: money settles number 0. */
    private static final int WHOLE = 0;

    @AggregateIdentifier
    private String streamId;
    private LateChargeClaimed claimed;
    private @Nullable LocalDate reversedDate;
    private DatedAmounts open;

    LateCharge() {}

    public static LateCharge claim(LateChargeClaimed claimed) {
        apply(claimed);
        return new LateCharge();
    }

    @Override
    public List<SettledPart> plan(SettlementClaim claim) {
        requireNotReversed();
        Amounts.requirePositive(claim.amount(), "/amount");
        Amounts.requireCurrency(claimed.amount().currency(), claim.amount(), "/amount");
        if (!claim.accountId().equals(claimed.accountId())) {
            throw new Refusal(ProblemCode.ACCOUNT_MISMATCH,
                    what() + " is of account " + claimed.accountId() + ", not " + claim.accountId());
        }
        if (claim.instalment() != null) {
            throw Amounts.refusal(ProblemCode.INSTALMENT_UNKNOWN, "/instalment", what() + " has no instalments");
        }
        requireNoDiscount(claim.discount());
        Amounts.requireNotBefore(claim.effectiveDate(), claimed.effectiveDate(), "the claim of " + what());
        open.requireAvailable(claim.amount(), claim.effectiveDate(), ProblemCode.ALLOCATION_EXCEEDS_OPEN,
                what() + " that is open");
        return List.of(new SettledPart(WHOLE, claim.amount(), Money.zero(claim.amount().currency())));
    }

    private void requireNoDiscount(@Nullable Money discount) {
        if (discount != null && !discount.isZero()) {
            throw Amounts.refusal(ProblemCode.DISCOUNT_TOO_LARGE, "/discount",
                    what() + " earns no discount, not " + discount);
        }
    }

    @Override
    public void settle(AllocationId id, CreditSource source, List<SettledPart> parts, LocalDate effectiveDate,
            @Nullable LocalDate moneyDate, boolean discountEarned) {
        apply(new LateChargeSettledInPart(claimed.chargeId(), claimed.accountId(), claimed.legalEntity(), id, source,
                SettledPart.amountOf(parts), effectiveDate));
    }

    @Override
    public void reverseSettlement(AllocationId id, CreditSource source, List<SettledPart> parts, String reason,
            LocalDate effectiveDate) {
        apply(new LateChargeSettlementReversed(claimed.chargeId(), claimed.accountId(), claimed.legalEntity(), id,
                source, SettledPart.amountOf(parts), reason, effectiveDate));
    }

    @Override
    public Optional<Debt> debt(LocalDate date, @Nullable LocalDate moneyDate) {
        var available = open.availableFrom(date);
        if (date.isBefore(claimed.effectiveDate()) || !available.isPositive()) {
            return Optional.empty();
        }
        var component = switch (claimed.kind()) {
            case INTEREST -> Component.INTEREST;
            case FIXED_INDEMNITY, FEE -> Component.COSTS;
        };
        var id = claimed.chargeId().value();
        return Optional.of(new Debt(id, id, component,
                claimed.invoiceId() == null ? null : claimed.invoiceId().value(), false, claimed.effectiveDate(),
                available, List.of(new Debt.Part(WHOLE, claimed.dueDate(), available, available))));
    }

    @Override
    public boolean isSettled() {
        return open.last().isZero();
    }

    /**
     * Takes the claim back, when nothing stands against it.
     *
     * @param recalculated whether what it was for may be claimed again
     */
    public void reverse(String reason, boolean recalculated, LocalDate effectiveDate) {
        requireNotReversed();
        Amounts.requireNotBefore(effectiveDate, claimed.effectiveDate(), "the claim of " + what());
        open.requireAvailable(claimed.amount(), effectiveDate, ProblemCode.HAS_ALLOCATIONS,
                what() + " that is open: something stands against it");
        apply(new LateChargeReversed(claimed.chargeId(), claimed.accountId(), claimed.legalEntity(),
                claimed.invoiceId(), claimed.kind(), claimed.amount(), reason, recalculated, effectiveDate));
    }

    /** Whether it could be reversed at a date. */
    public boolean isUntouchedFrom(LocalDate date) {
        return reversedDate == null && open.availableFrom(date).equals(claimed.amount());
    }

    private void requireNotReversed() {
        if (reversedDate != null) {
            throw new Refusal(ProblemCode.LATE_CHARGE_REVERSED, what() + " was reversed at " + reversedDate);
        }
    }

    private String what() {
        return "late charge " + claimed.chargeId();
    }

    @EventSourcingHandler
    void evolve(LateChargeEvent event) {
        switch (event) {
            case LateChargeClaimed first -> {
                streamId = StreamType.LATE_CHARGE.streamId(first.chargeId());
                claimed = first;
                open = new DatedAmounts(first.amount().currency());
                open.add(first.effectiveDate(), first.amount());
            }
            case LateChargeSettledInPart settled -> open.take(settled.effectiveDate(), settled.amount());
            case LateChargeSettlementReversed reversed -> open.add(reversed.effectiveDate(), reversed.amount());
            case LateChargeReversed reversed -> {
                reversedDate = reversed.effectiveDate();
                open.take(reversed.effectiveDate(), reversed.amount());
            }
        }
    }

    public LateChargeClaimed claimed() {
        return claimed;
    }

    @Override
    public Optional<InvoiceId> invoice() {
        return Optional.ofNullable(claimed.invoiceId());
    }

    @Override
    public AccountId accountId() {
        return claimed.accountId();
    }

    /** A charge that comes out otherwise can be reversed once money has left it. */
    @Override
    public boolean isLateFor(LocalDate moneyDate) {
        return true;
    }

    @Override
    public LocalDate owedFrom() {
        return claimed.effectiveDate();
    }

    /** The charge after everything that is recorded, as the API shows it. */
    public LateChargeResource resource(long version) {
        return LateChargeResource.of(claimed, open.last(), reversedDate, version, null);
    }

    @Override
    public LegalEntityId legalEntity() {
        return claimed.legalEntity();
    }
}
