package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.DebtorClass;
import org.jspecify.annotations.Nullable;

/**
 * How long a claim can be brought to court. The years are the law's, so they are configured with their source.
 *
 * @param debtorClass who owes; null: every class that no other term names
 * @param years from the due date, or from what started the limitation anew
 * @param judgmentYears from a judgment on; null: as many as {@code years}
 * @param source the article that says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LimitationTerm(@Nullable DebtorClass debtorClass, Integer years, @Nullable Integer judgmentYears,
        String source) {

    public int yearsFromJudgment() {
        return judgmentYears == null ? years : judgmentYears;
    }
}
