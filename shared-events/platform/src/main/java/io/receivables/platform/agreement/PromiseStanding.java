package io.receivables.platform.agreement;

import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseWithdrawn;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A promise with what was said of it.
 *
 * @param judgements in the order in which they were recorded; of those that count at a date the last one holds
 */
public record PromiseStanding(PromiseMade made, @Nullable PromiseWithdrawn withdrawn,
        List<PromiseJudged> judgements) {

    /** Whether it had been made by a date. */
    public boolean existsAt(LocalDate date) {
        return !made.effectiveDate().isAfter(date);
    }

    public boolean isWithdrawnAt(LocalDate date) {
        return withdrawn != null && !withdrawn.effectiveDate().isAfter(date);
    }

    public PromiseStatus statusAt(LocalDate date) {
        return isWithdrawnAt(date)
                ? PromiseStatus.WITHDRAWN
                : judgementAt(date).map(it -> PromiseStatus.valueOf(it.outcome().name())).orElse(PromiseStatus.OPEN);
    }

    /** The judgement that holds at a date; empty while it is open and nothing has come. */
    public Optional<PromiseJudged> judgementAt(LocalDate date) {
        return judgements.reversed().stream().filter(it -> !it.effectiveDate().isAfter(date)).findFirst();
    }

    /** What had come for it by the last judgement that holds at a date. */
    public Money cashAt(LocalDate date) {
        return judgementAt(date).map(PromiseJudged::cash).orElse(Money.zero(made.amount().currency()));
    }
}
