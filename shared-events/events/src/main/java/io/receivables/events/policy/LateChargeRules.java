package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What lateness costs. Rates, amounts and the law they follow are configuration, to be checked by who sets them.
 *
 * @param interest null: none is claimed
 * @param fixedIndemnity once for each invoice that is paid late; null: none is claimed
 * @param scale a fee that grows with lateness; null: none is claimed
 * @param graceDays so many days past due cost nothing; once it is more, every day counts; null: 0
 * @param minimumAmount interest below it is left to a later run; null: one cent is claimed
 * @param source the law or contract that the indemnity and the scale follow: {@code C. com. D441-5}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LateChargeRules(@Nullable InterestRules interest, @Nullable Money fixedIndemnity,
        @Nullable FeeScale scale, @Nullable Integer graceDays, @Nullable Money minimumAmount,
        @Nullable String source) {}
