package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Percentage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the expected credit loss is estimated (IFRS 9, simplified approach): a loss rate for each bucket of the aged balance.
 * The first segment that an item belongs to gives its rates; what belongs to none has rates of the books' own history.
 *
 * @param doubtfulPercent of what is doubtful, apart from the matrix; null: 100
 * @param edges where the buckets of the matrix end, in days past due; null: those of the policy
 * @param segments rates that are given, in the order in which they are tried; null: none
 * @param historyMonths how many months the books' own rates are taken from; null: 12
 * @param lastBucketLossPercent how much of the last bucket is lost in the end, where the books' own rates are used; null: by
 *        what was written off of it
 * @param forwardLookingPercent what is added to every rate for the time ahead, in percent of the rate; null: 0
 * @param source where rates and expectations come from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllowanceRules(@Nullable Percentage doubtfulPercent, @Nullable List<Integer> edges,
        @Nullable List<AllowanceSegment> segments, @Nullable Integer historyMonths,
        @Nullable Percentage lastBucketLossPercent, @Nullable Percentage forwardLookingPercent,
        @Nullable String source) {

    private static final Percentage ALL = Percentage.of("100");
    private static final Percentage NOTHING = Percentage.of("0");
    private static final int USUAL_MONTHS = 12;

    /** Where no policy says otherwise. */
    public static final AllowanceRules DEFAULT = new AllowanceRules(null);

    /** With rates of the books' own history. */
    public AllowanceRules(@Nullable Percentage doubtfulPercent) {
        this(doubtfulPercent, null, null, null, null, null, null);
    }

    public static AllowanceRules orDefault(@Nullable PolicyRules rules) {
        return rules == null || rules.allowance() == null ? DEFAULT : rules.allowance();
    }

    public Percentage doubtfulPercentOrDefault() {
        return doubtfulPercent == null ? ALL : doubtfulPercent;
    }

    public List<AllowanceSegment> segmentsOrNone() {
        return segments == null ? List.of() : segments;
    }

    public int historyMonthsOrDefault() {
        return historyMonths == null ? USUAL_MONTHS : historyMonths;
    }

    public Percentage forwardLookingPercentOrDefault() {
        return forwardLookingPercent == null ? NOTHING : forwardLookingPercent;
    }
}
