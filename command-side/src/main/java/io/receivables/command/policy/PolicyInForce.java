package io.receivables.command.policy;

import io.receivables.events.money.Money;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.PolicyRules;
import io.receivables.events.policy.TermsRules;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The credit policy by which a decision is judged; empty where no version was valid at its date. */
public record PolicyInForce(@Nullable CreditPolicySet set) {

    /** Null where no version is valid: nobody decides alone, and every rule has its default. */
    public @Nullable Integer version() {
        return set == null ? null : set.version();
    }

    public PolicyRules rules() {
        return set == null || set.rules() == null ? PolicyRules.NONE : set.rules();
    }

    public TermsRules terms() {
        return rules().terms() == null ? TermsRules.NONE : rules().terms();
    }

    /** What may be written off without a second person. */
    public ApprovalLimit writeOffLimit(Currency currency) {
        return limit(ApprovalLimits::writeOffLimit, currency);
    }

    /** What may be refunded without a second person. */
    public ApprovalLimit refundLimit(Currency currency) {
        return limit(ApprovalLimits::refundLimit, currency);
    }

    /** Limits are in the base currency: a document in another one has none, and always needs the second person. */
    private ApprovalLimit limit(Function<ApprovalLimits, Money> limit, Currency currency) {
        var zero = Money.zero(currency);
        if (set == null) {
            return new ApprovalLimit(zero, null);
        }
        var amount = limit.apply(set.approvals());
        return new ApprovalLimit(amount.currency().equals(currency) ? amount : zero, set.version());
    }
}
