package io.receivables.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.CreditHoldId;
import io.receivables.events.account.CreditHoldPlaced;
import io.receivables.events.account.CreditHoldReleased;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.CreditHoldResource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stops that people have put on an account. Several may stand at once: each has its own reason to go. */
final class CreditHolds {

    private final CustomerAccountOpened opened;
    private final Map<CreditHoldId, Hold> all = new HashMap<>();

    private record Hold(CreditHoldPlaced placed, @Nullable LocalDate releasedDate) {}

    CreditHolds(CustomerAccountOpened opened) {
        this.opened = opened;
    }

    void place(CreditHoldId id, String reason, String placedBy, LocalDate date) {
        if (date.isBefore(opened.effectiveDate())) {
            throw new Refusal(ProblemCode.BEFORE_ACCOUNT_OPENED, date + " is before account " + opened.accountId()
                    + " was opened, " + opened.effectiveDate());
        }
        apply(new CreditHoldPlaced(opened.accountId(), opened.legalEntity(), id, reason, placedBy, date));
    }

    void release(CreditHoldId id, String reason, LocalDate date) {
        var hold = all.get(id);
        if (hold == null) {
            throw new Refusal(ProblemCode.CREDIT_HOLD_NOT_FOUND, "no hold " + id + " on account " + opened.accountId());
        }
        if (hold.releasedDate() != null) {
            throw new Refusal(ProblemCode.CREDIT_HOLD_RELEASED,
                    "hold " + id + " on account " + opened.accountId() + " was released at " + hold.releasedDate());
        }
        Amounts.requireNotBefore(date, hold.placed().effectiveDate(), "hold " + id);
        apply(new CreditHoldReleased(opened.accountId(), opened.legalEntity(), id, reason, date));
    }

    void evolve(CustomerAccountEvent event) {
        switch (event) {
            case CreditHoldPlaced placed -> all.put(placed.holdId(), new Hold(placed, null));
            case CreditHoldReleased released -> all.computeIfPresent(released.holdId(),
                    (_, hold) -> new Hold(hold.placed(), released.effectiveDate()));
            default -> {
                // About something else than holds.
            }
        }
    }

    CreditHoldResource resource(CreditHoldId id, long version) {
        var hold = Objects.requireNonNull(all.get(id));
        return new CreditHoldResource(id, opened.accountId(), hold.placed().reason(), hold.placed().effectiveDate(),
                hold.releasedDate(), version, null);
    }
}
