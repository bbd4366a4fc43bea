package io.receivables.command.policy;

import io.receivables.events.account.PlanRules;
import io.receivables.events.money.Money;
import io.receivables.events.policy.AgreementRules;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CollectionRules;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.CreditRules;
import io.receivables.events.policy.PolicyRules;
import io.receivables.events.policy.TermsRules;
import io.receivables.events.policy.WriteOffRules;
import java.util.Currency;
import java.util.List;
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

    /** What a payment plan is held to; a tolerance in another currency than the base is none. */
    public PlanRules planRules(Currency currency) {
        var rules = agreements();
        var tolerance = rules.planTolerance();
        return new PlanRules(rules.planGrace(),
                tolerance != null && tolerance.currency().equals(currency) ? tolerance : Money.zero(currency),
                rules.breachEffect(), rules.daysOfNotice(), version());
    }

    public TermsRules terms() {
        return rules().terms() == null ? TermsRules.NONE : rules().terms();
    }

    public AgreementRules agreements() {
        return rules().agreements() == null ? AgreementRules.DEFAULT : rules().agreements();
    }

    public CollectionRules collections() {
        return rules().collections() == null ? CollectionRules.DEFAULT : rules().collections();
    }

    /** What may be written off without a second person. */
    public ApprovalLimit writeOffLimit(Currency currency) {
        return limit(ApprovalLimits::writeOffLimit, currency);
    }

    /** What may be refunded without a second person. */
    public ApprovalLimit refundLimit(Currency currency) {
        return limit(ApprovalLimits::refundLimit, currency);
    }

    /** Which part of a credit may be kept as income without a second person. */
    public ApprovalLimit creditWriteOffLimit(Currency currency) {
        return limit(it -> it.creditWriteOffLimit() == null ? it.writeOffLimit() : it.creditWriteOffLimit(), currency);
    }

    public WriteOffRules writeOffRules() {
        return rules().writeOffs() == null ? WriteOffRules.NONE : rules().writeOffs();
    }

    /** What may be kept of a credit that the customer can still claim; none in another currency than the base. */
    public Money smallCredit(Currency currency) {
        var small = writeOffRules().smallCredit() == null ? rules().tolerance() : writeOffRules().smallCredit();
        return small == null || !small.currency().equals(currency) ? Money.zero(currency) : small;
    }

    /** It is in the base currency: a document in another one has none. */
    public Tolerance tolerance(Currency currency) {
        var set = rules().tolerance();
        return new Tolerance(set != null && set.currency().equals(currency) ? set : Money.zero(currency), version());
    }

    /** What one person may permit in excess of a credit limit. */
    public ApprovalLimit overrideLimit(Currency currency) {
        var limit = CreditRules.orDefault(rules().credit()).overrideLimit();
        return new ApprovalLimit(limit != null && limit.currency().equals(currency) ? limit : Money.zero(currency),
                version());
    }

    /** Up to which amount one person may raise a credit limit; null: up to any. In another currency up to none. */
    public @Nullable ApprovalLimit creditLimitApproval(Currency currency) {
        var limit = CreditRules.orDefault(rules().credit()).limitApproval();
        return limit == null
                ? null
                : new ApprovalLimit(limit.currency().equals(currency) ? limit : Money.zero(currency), version());
    }

    /** Limits are in the base currency: a document in another one has none, and always needs the second person. */
    private ApprovalLimit limit(Function<ApprovalLimits, Money> limit, Currency currency) {
        var zero = Money.zero(currency);
        if (set == null) {
            return new ApprovalLimit(zero, null);
        }
        var amount = limit.apply(set.approvals());
        return new ApprovalLimit(amount.currency().equals(currency) ? amount : zero, set.version(),
                set.approvals().steps() == null ? List.of() : set.approvals().steps());
    }
}
