package io.receivables.command.duedate;

import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.stream.Amounts;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.policy.TermsTemplate;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.Objects;

/** What the name of a template stands for under a version of the credit policy. */
public final class TermsTemplates {

    private TermsTemplates() {}

    /**
     * The terms themselves, or those of the template that they name.
     *
     * @throws Refusal TERMS_TEMPLATE_UNKNOWN
     */
    public static PaymentTerms resolve(PaymentTerms terms, PolicyInForce policy) {
        var name = terms.template();
        if (name == null) {
            return terms;
        }
        var templates = Objects.requireNonNullElseGet(policy.terms().templates(), List::<TermsTemplate>of);
        return templates.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it -> it.terms().named(name))
                .orElseThrow(() -> Amounts.refusal(ProblemCode.TERMS_TEMPLATE_UNKNOWN, "/terms/template",
                        "no terms are called " + name + (policy.version() == null
                                ? ": no credit policy is valid"
                                : " in version " + policy.version() + " of the credit policy")));
    }
}
