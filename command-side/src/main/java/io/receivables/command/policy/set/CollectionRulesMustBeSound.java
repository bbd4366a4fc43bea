package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.policy.CollectionRules;
import io.receivables.events.policy.LimitationTerm;
import io.receivables.platform.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days and years that can be counted, and one term of limitation for each class. */
final class CollectionRulesMustBeSound {

    private CollectionRulesMustBeSound() {}

    private static final int MOST_DAYS = 3_650;
    private static final int MOST_YEARS = 100;

    static void check(CollectionRules rules) {
        if (rules.limitationAlertDays() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.limitationAlertDays(), 0, MOST_DAYS,
                    "/collections/limitationAlertDays");
        }
        if (rules.limitations() != null) {
            check(rules.limitations());
        }
    }

    private static void check(List<LimitationTerm> terms) {
        var classes = new ArrayList<@Nullable DebtorClass>();
        for (int i = 0; i < terms.size(); i++) {
            var pointer = "/collections/limitations/" + i;
            var term = terms.get(i);
            PolicyRulesMustBeSound.requireBetween(term.years(), 1, MOST_YEARS, pointer + "/years");
            if (term.judgmentYears() != null) {
                PolicyRulesMustBeSound.requireBetween(term.judgmentYears(), 1, MOST_YEARS, pointer + "/judgmentYears");
            }
            if (classes.contains(term.debtorClass())) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/debtorClass",
                        "a class has one term of limitation, not two");
            }
            classes.add(term.debtorClass());
        }
    }
}
