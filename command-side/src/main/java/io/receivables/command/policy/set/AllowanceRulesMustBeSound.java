package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.money.Percentage;
import io.receivables.events.policy.AllowanceRules;
import io.receivables.events.policy.AllowanceSegment;
import io.receivables.events.policy.PolicyRules;
import io.receivables.platform.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shares of a claim that can be lost: nothing to all of it, a rate for each bucket. */
final class AllowanceRulesMustBeSound {

    private AllowanceRulesMustBeSound() {}

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_FORWARD_LOOKING = BigDecimal.valueOf(1_000);
    private static final int MOST_MONTHS = 60;
    private static final int MOST_SEGMENTS = 20;
    private static final int USUAL_BUCKETS = 4;

    /** @param policy the whole of it, for the edges that hold where the section names none */
    static void check(AllowanceRules rules, PolicyRules policy) {
        requireShare(rules.doubtfulPercent(), "/allowance/doubtfulPercent");
        requireShare(rules.lastBucketLossPercent(), "/allowance/lastBucketLossPercent");
        var forward = rules.forwardLookingPercent();
        if (forward != null
                && (forward.value().compareTo(ALL.negate()) < 0
                        || forward.value().compareTo(MOST_FORWARD_LOOKING) > 0)) {
            throw Amounts.refusal(ProblemCode.PERCENTAGE_INVALID, "/allowance/forwardLookingPercent",
                    forward + " is not between -100 and " + MOST_FORWARD_LOOKING);
        }
        if (rules.historyMonths() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.historyMonths(), 1, MOST_MONTHS, "/allowance/historyMonths");
        }
        if (rules.edges() != null) {
            EdgesMustRise.check(rules.edges(), "/allowance/edges");
        }
        var edges = rules.edges() == null ? policy.edges() : rules.edges();
        int rates = 1 + (edges == null ? USUAL_BUCKETS : edges.size() + 1);
        check(rules.segmentsOrNone(), rates);
    }

    private static void check(List<AllowanceSegment> segments, int rates) {
        PolicyRulesMustBeSound.requireBetween(segments.size(), 0, MOST_SEGMENTS, "/allowance/segments");
        for (int i = 0; i < segments.size(); i++) {
            var pointer = "/allowance/segments/" + i + "/rates";
            var given = segments.get(i).rates();
            if (given.size() != rates) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer, rates
                        + " rates are expected, of what is not due and of each bucket, not " + given.size());
            }
            for (int no = 0; no < rates; no++) {
                requireShare(given.get(no), pointer + "/" + no);
            }
        }
    }

    static void requireShare(@Nullable Percentage percent, String pointer) {
        if (percent != null && (percent.value().signum() < 0 || percent.value().compareTo(ALL) > 0)) {
            throw Amounts.refusal(ProblemCode.PERCENTAGE_INVALID, pointer, percent + " is not between 0 and 100");
        }
    }
}
