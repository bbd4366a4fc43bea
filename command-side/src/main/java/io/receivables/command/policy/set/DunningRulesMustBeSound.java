package io.receivables.command.policy.set;

import io.receivables.command.stream.Amounts;
import io.receivables.events.policy.DunningLevel;
import io.receivables.events.policy.DunningProcedure;
import io.receivables.events.policy.DunningRules;
import io.receivables.events.policy.DunningSender;
import io.receivables.platform.problem.ProblemCode;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Levels rise, and so do the days from which they apply; letters that they name can be written. */
final class DunningRulesMustBeSound {

    private static final int MOST_DAYS = 3_650;
    private static final int MOST_LEVELS = 20;
    private static final int MOST_PROCEDURES = 20;
    private static final int MOST_LINES = 6;
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{8}([A-Z0-9]{3})?");
    private static final Set<String> TEMPLATES = Set.of("first-reminder", "further-reminder", "final-notice");

    private DunningRulesMustBeSound() {}

    static void check(DunningRules rules, Currency base) {
        checkLevels(rules.levels(), base, "/dunning/levels");
        if (rules.minimumAmount() != null) {
            PolicyRulesMustBeSound.requireNotNegative(rules.minimumAmount(), base, "/dunning/minimumAmount");
        }
        if (rules.graceDays() != null) {
            PolicyRulesMustBeSound.requireBetween(rules.graceDays(), 0, MOST_DAYS, "/dunning/graceDays");
        }
        if (rules.procedures() != null) {
            checkProcedures(rules.procedures(), base);
        }
        if (rules.sender() != null) {
            checkSender(rules.sender());
        }
    }

    private static void checkProcedures(List<DunningProcedure> procedures, Currency base) {
        PolicyRulesMustBeSound.requireBetween(procedures.size(), 0, MOST_PROCEDURES, "/dunning/procedures");
        var names = new HashSet<String>();
        for (int i = 0; i < procedures.size(); i++) {
            var pointer = "/dunning/procedures/" + i;
            if (!names.add(procedures.get(i).name())) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/name",
                        "two procedures are called " + procedures.get(i).name());
            }
            checkLevels(procedures.get(i).levels(), base, pointer + "/levels");
        }
    }

    private static void checkLevels(List<DunningLevel> levels, Currency base, String list) {
        PolicyRulesMustBeSound.requireBetween(levels.size(), 0, MOST_LEVELS, list);
        for (int i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            var pointer = list + "/" + i;
            PolicyRulesMustBeSound.requireBetween(level.level(), 1, 99, pointer + "/level");
            PolicyRulesMustBeSound.requireBetween(level.daysPastDue(), 0, MOST_DAYS, pointer + "/daysPastDue");
            if (level.minDaysSincePrevious() != null) {
                PolicyRulesMustBeSound.requireBetween(level.minDaysSincePrevious(), 0, MOST_DAYS,
                        pointer + "/minDaysSincePrevious");
            }
            if (level.fee() != null) {
                PolicyRulesMustBeSound.requireNotNegative(level.fee(), base, pointer + "/fee");
            }
            if (level.template() != null && !TEMPLATES.contains(level.template())) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/template", "no letter is called "
                        + level.template() + "; there are " + String.join(", ", TEMPLATES.stream().sorted().toList()));
            }
            if (i > 0) {
                var previous = levels.get(i - 1);
                requireAbove(level.level(), previous.level(), pointer + "/level");
                requireAbove(level.daysPastDue(), previous.daysPastDue(), pointer + "/daysPastDue");
            }
        }
    }

    private static void checkSender(DunningSender sender) {
        PolicyRulesMustBeSound.requireBetween(sender.addressLines().size(), 0, MOST_LINES, "/dunning/sender/address");
        if (sender.bankAccount() != null && !IBAN.matcher(sender.bankAccount()).matches()) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/dunning/sender/bankAccount",
                    "an IBAN without blanks is expected");
        }
        if (sender.bic() != null && !BIC.matcher(sender.bic()).matches()) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/dunning/sender/bic",
                    "a BIC of 8 or 11 characters is expected");
        }
    }

    private static void requireAbove(int value, int previous, String pointer) {
        if (value <= previous) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                    value + " is not above the " + previous + " of the level before");
        }
    }
}
