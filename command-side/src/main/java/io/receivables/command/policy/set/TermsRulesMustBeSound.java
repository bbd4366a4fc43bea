package io.receivables.command.policy.set;

import io.receivables.command.duedate.SoundTerms;
import io.receivables.command.stream.Amounts;
import io.receivables.events.policy.LegalMaximum;
import io.receivables.events.policy.TermsRules;
import io.receivables.events.policy.TermsTemplate;
import io.receivables.platform.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;

/** Templates have names of their own and can be applied; holidays are a short list; a legal maximum has a limit. */
final class TermsRulesMustBeSound {

    private static final int MOST_HOLIDAYS = 1_000;
    private static final int MOST_TEMPLATES = 200;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_LIMITS = 10;
    private static final int MOST_DAYS = 3_650;

    private TermsRulesMustBeSound() {}

    static void check(TermsRules rules) {
        if (rules.holidays() != null && rules.holidays().size() > MOST_HOLIDAYS) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/terms/holidays",
                    "at most " + MOST_HOLIDAYS + " holidays are accepted, not " + rules.holidays().size());
        }
        if (rules.templates() != null) {
            check(rules.templates());
        }
        if (rules.legalMaximum() != null) {
            check(rules.legalMaximum());
        }
    }

    private static void check(List<TermsTemplate> templates) {
        PolicyRulesMustBeSound.requireBetween(templates.size(), 0, MOST_TEMPLATES, "/terms/templates");
        var names = new HashSet<String>();
        for (int i = 0; i < templates.size(); i++) {
            var template = templates.get(i);
            var pointer = "/terms/templates/" + i;
            PolicyRulesMustBeSound.requireBetween(template.name().length(), 1, LONGEST_NAME, pointer + "/name");
            if (!names.add(template.name())) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/name",
                        template.name() + " is named twice");
            }
            if (template.terms().template() != null) {
                throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/terms/template",
                        "a template does not refer to another one");
            }
            SoundTerms.check(template.terms(), pointer + "/terms");
        }
    }

    private static void check(LegalMaximum maximum) {
        PolicyRulesMustBeSound.requireBetween(maximum.limits().size(), 1, MOST_LIMITS, "/terms/legalMaximum/limits");
        for (int i = 0; i < maximum.limits().size(); i++) {
            PolicyRulesMustBeSound.requireBetween(maximum.limits().get(i).netDays(), 0, MOST_DAYS,
                    "/terms/legalMaximum/limits/" + i + "/netDays");
        }
    }
}
