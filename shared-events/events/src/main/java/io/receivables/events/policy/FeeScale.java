package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fee for lateness. What an invoice owes by its days past due is claimed less what is claimed already.
 *
 * @param amount FLAT: the fee; PROGRESSIVE: what it begins with
 * @param steps TIERED: by rising days past due; the last one that is reached counts
 * @param step PROGRESSIVE: what each further period adds
 * @param periodDays PROGRESSIVE: the length of a period in days
 * @param cap the most that is claimed; null: no end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeeScale(Kind kind, @Nullable Money amount, @Nullable List<FeeStep> steps, @Nullable Money step,
        @Nullable Integer periodDays, @Nullable Money cap) {

    /** How the fee grows. */
    public enum Kind {
        /** It does not. */
        FLAT,
        /** By ranges of days past due. */
        TIERED,
        /** By a step for each period. */
        PROGRESSIVE
    }
}
