package io.receivables.command.creditcheck;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditCheck;
import io.receivables.events.account.CreditCheck.Outcome;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.Exposure;
import io.receivables.events.account.GroupCredit;
import io.receivables.events.account.HoldReason;
import io.receivables.events.money.Money;
import io.receivables.events.policy.CreditRules;
import io.receivables.events.policy.CreditRules.Mode;
import io.receivables.platform.credit.CreditStanding.Hold;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is known when an amount shall be added to what an account owes.
 *
 * @param limit null: without limit
 * @param oldestDue the due date of the oldest open item; null when nothing is open
 * @param dunningLevel the highest one that an open item was reminded of at; 0 where no rule asks for it
 * @param promiseBroken whether a promise to pay was not kept; false where no rule asks for it
 * @param permission that the command names; null when it names none
 * @param group that the account is in; null when it is in none, or in one without limit
 */
record CreditSituation(AccountId account, Money amount, LocalDate today, CreditRules rules,
        @Nullable Integer policyVersion, Exposure exposure, @Nullable Money limit, List<Hold> manualHolds,
        @Nullable LocalDate oldestDue, int dunningLevel, boolean promiseBroken, @Nullable Permission permission,
        @Nullable GroupCredit group) {

    /** Neither reminded of anything nor with a promise that was broken. */
    CreditSituation(AccountId account, Money amount, LocalDate today, CreditRules rules,
            @Nullable Integer policyVersion, Exposure exposure, @Nullable Money limit, List<Hold> manualHolds,
            @Nullable LocalDate oldestDue, @Nullable Permission permission, @Nullable GroupCredit group) {
        this(account, amount, today, rules, policyVersion, exposure, limit, manualHolds, oldestDue, 0, false,
                permission, group);
    }

    /** @param left what no invoice has used yet */
    record Permission(CreditOverrideId creditOverrideId, Money left, LocalDate validUntil) {}

    /**
     * What is stored in the invoice.
     *
     * @throws Refusal CREDIT_LIMIT_EXCEEDED, CREDIT_GROUP_LIMIT_EXCEEDED, ACCOUNT_ON_HOLD; CREDIT_OVERRIDE_EXPIRED or CREDIT_OVERRIDE_EXCEEDED when a
     *     permission is needed and does not suffice
     */
    CreditCheck judge() {
        var holds = holds();
        boolean exceeded = rules.modeInForce() != Mode.NONE && limit != null
                && amount.isGreaterThan(limit.minus(exposure.total()));
        boolean groupExceeded = group != null && amount.isGreaterThan(group.headroom());
        if (!exceeded && !groupExceeded && holds.isEmpty()) {
            return check(Outcome.PASSED, holds);
        }
        if (permission != null) {
            requireUsable(permission);
            return check(Outcome.OVERRIDDEN, holds);
        }
        if (!manualHolds.isEmpty() || rules.modeInForce() == Mode.BLOCK) {
            throw refusal(holds, exceeded, groupExceeded);
        }
        return check(Outcome.WARNED, holds);
    }

    /** Besides the limit, which depends on the amount. A person's hold stands whatever the policy says. */
    private List<HoldReason> holds() {
        var holds = new ArrayList<HoldReason>();
        if (!manualHolds.isEmpty()) {
            holds.add(HoldReason.MANUAL);
        }
        if (rules.modeInForce() != Mode.NONE && isOverdue()) {
            holds.add(HoldReason.OVERDUE);
        }
        if (rules.modeInForce() != Mode.NONE && rules.holdDunningLevel() != null
                && dunningLevel >= rules.holdDunningLevel()) {
            holds.add(HoldReason.DUNNING_LEVEL);
        }
        if (rules.modeInForce() != Mode.NONE && rules.holdsAtBrokenPromise() && promiseBroken) {
            holds.add(HoldReason.BROKEN_PROMISE);
        }
        return List.copyOf(holds);
    }

    private boolean isOverdue() {
        return rules.holdOverdueDays() != null && oldestDue != null
                && oldestDue.plusDays(rules.holdOverdueDays()).isBefore(today);
    }

    private void requireUsable(Permission named) {
        if (today.isAfter(named.validUntil())) {
            throw new Refusal(ProblemCode.CREDIT_OVERRIDE_EXPIRED, "credit override " + named.creditOverrideId()
                    + " was valid until " + named.validUntil() + "; today is " + today);
        }
        if (amount.isGreaterThan(named.left())) {
            throw new Refusal(ProblemCode.CREDIT_OVERRIDE_EXCEEDED, amount + " exceeds the " + named.left()
                    + " that are left of credit override " + named.creditOverrideId());
        }
    }

    private Refusal refusal(List<HoldReason> holds, boolean exceeded, boolean groupExceeded) {
        var seen = "exposure " + exposure.inWords()
                + (limit == null ? ", no limit" : ", limit " + limit + ", headroom " + limit.minus(exposure.total()));
        if (holds.isEmpty() && !exceeded && group != null) {
            return new Refusal(ProblemCode.CREDIT_GROUP_LIMIT_EXCEEDED, amount
                    + " on account " + account + " exceeds the limit of its " + group.inWords());
        }
        if (holds.isEmpty()) {
            return new Refusal(ProblemCode.CREDIT_LIMIT_EXCEEDED,
                    amount + " exceeds the credit limit of account " + account + ": " + seen);
        }
        var reasons = holds.stream().map(this::inWords).collect(Collectors.joining("; "));
        return new Refusal(ProblemCode.ACCOUNT_ON_HOLD, "account " + account + " is on hold: " + reasons
                + (exceeded ? "; over limit" : "") + (groupExceeded ? "; over the limit of its group" : "") + "; "
                + amount + " would be added: " + seen);
    }

    private String inWords(HoldReason reason) {
        return switch (reason) {
            case MANUAL -> manualHolds.stream()
                    .map(hold -> "stopped since " + hold.since() + " (" + hold.reason() + ")")
                    .collect(Collectors.joining(", "));
            case OVERDUE -> "its oldest open item was due " + oldestDue + ", more than " + rules.holdOverdueDays()
                    + " days before " + today;
            case OVER_LIMIT -> "over limit";
            case DUNNING_LEVEL -> "an open item was reminded of at level " + dunningLevel + ", and level "
                    + rules.holdDunningLevel() + " holds";
            case BROKEN_PROMISE -> "a promise to pay was not kept";
            case OVER_GROUP_LIMIT -> "over the limit of its group";
        };
    }

    private CreditCheck check(Outcome outcome, List<HoldReason> holds) {
        return new CreditCheck(outcome, amount, exposure, limit, limit == null ? null : limit.minus(exposure.total()),
                holds, outcome == Outcome.OVERRIDDEN && permission != null ? permission.creditOverrideId() : null,
                policyVersion, group);
    }
}
