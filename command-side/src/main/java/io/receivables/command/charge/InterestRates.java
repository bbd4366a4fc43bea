package io.receivables.command.charge;

import io.receivables.command.rate.ReferenceRate;
import io.receivables.command.rate.ReferenceRates;
import io.receivables.events.charge.AppliedReference;
import io.receivables.events.money.Percentage;
import io.receivables.events.policy.InterestRules;
import io.receivables.events.rate.HalfYearRate;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rates that a policy gives, half-year by half-year. */
final class InterestRates {

    private final InterestRules rules;
    private final ReferenceRates references;

    InterestRates(InterestRules rules, ReferenceRates references) {
        this.rules = rules;
        this.references = references;
    }

    /** Whether the rate may change with the half-year. */
    boolean varies() {
        return rules.annualPercent() == null || rules.floor() != null;
    }

    /**
     * @param day any day of the half-year
     * @throws io.receivables.platform.problem.Refusal REFERENCE_RATE_MISSING
     */
    AnnualRate at(LocalDate day) {
        var agreed = agreed(day);
        var floor = rules.floor();
        if (floor == null) {
            return agreed;
        }
        var reference = references.require(floor.reference(), HalfYearRate.startOf(day));
        var least = new Percentage(reference.percent().value().multiply(floor.multiple().value()));
        return agreed.percent().value().compareTo(least.value()) >= 0
                ? agreed
                : new AnnualRate(least, applied(floor.reference(), reference, least));
    }

    private AnnualRate agreed(LocalDate day) {
        if (rules.annualPercent() != null) {
            return new AnnualRate(rules.annualPercent(), null);
        }
        var name = Objects.requireNonNull(rules.reference());
        var reference = references.require(name, HalfYearRate.startOf(day));
        var percent = rules.marginPoints() == null
                ? reference.percent()
                : new Percentage(reference.percent().value().add(rules.marginPoints().value()));
        return new AnnualRate(percent, applied(name, reference, null));
    }

    private static AppliedReference applied(String name, ReferenceRate it,
            @Nullable Percentage floor) {
        return new AppliedReference(name, it.validFrom(), it.percent(), it.version(), it.source(), floor);
    }
}
