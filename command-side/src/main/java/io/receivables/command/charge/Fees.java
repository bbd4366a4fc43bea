package io.receivables.command.charge;

import io.receivables.events.money.Money;
import io.receivables.events.policy.FeeScale;
import io.receivables.events.policy.FeeStep;
import java.util.List;
import java.util.Objects;

/** What a scale gives for so many days past due. */
final class Fees {

    private Fees() {}

    /**
     * @param daysPastDue 1 or more
     * @param late the principal that is late, for percentages
     */
    static Money of(FeeScale scale, long daysPastDue, Money late) {
        var fee = switch (scale.kind()) {
            case FLAT -> Objects.requireNonNull(scale.amount());
            case TIERED -> tier(Objects.requireNonNull(scale.steps()), daysPastDue, late);
            case PROGRESSIVE -> progressive(scale, daysPastDue);
        };
        return scale.cap() == null ? fee : fee.min(scale.cap());
    }

    private static Money tier(List<FeeStep> steps, long daysPastDue, Money late) {
        return steps.stream()
                .filter(step -> step.fromDays() <= daysPastDue)
                .reduce((_, later) -> later)
                .map(step -> step.amount() != null
                        ? step.amount()
                        : late.percentageRoundedHalfUp(Objects.requireNonNull(step.percent())))
                .orElseGet(() -> Money.zero(late.currency()));
    }

    /** The first period of lateness costs what the scale begins with, each further one a step more. */
    private static Money progressive(FeeScale scale, long daysPastDue) {
        var step = Objects.requireNonNull(scale.step());
        long further = (daysPastDue - 1) / Objects.requireNonNull(scale.periodDays());
        return Objects.requireNonNull(scale.amount())
                .plus(Money.ofMinorUnits(Math.multiplyExact(step.minorUnits(), further), step.currency()));
    }
}
