package io.receivables.command.creditcheck;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.Accounts;
import io.receivables.command.account.CreditStandings;
import io.receivables.command.creditcheck.CreditSituation.Permission;
import io.receivables.command.creditgroup.CreditGroups;
import io.receivables.command.dunning.RemindedItems;
import io.receivables.command.openitem.OpenItem.Kind;
import io.receivables.command.openitem.OpenItems;
import io.receivables.command.openitem.UnfinalPayments;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.BusinessDays;
import io.receivables.events.account.CreditCheck;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.Exposure;
import io.receivables.events.account.ExposurePart;
import io.receivables.events.account.GroupCredit;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.CreditRules;
import io.receivables.events.policy.CreditRules.Mode;
import io.receivables.platform.credit.CreditStanding;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks at a customer's credit in the transaction that adds to it. What counts is what is known now, whatever the date of
 * the invoice; the rules are those of the policy version that is valid at that date.
 */
@Component
public class CreditChecks {

    private final CreditStandings standings;
    private final CreditPolicies policies;
    private final Accounts accounts;
    private final CreditGroups groups;
    private final CreditLocks locks;
    private final OpenItems items;
    private final UnfinalPayments unfinal;
    private final OverrideUses uses;
    private final RemindedItems reminded;
    private final ObjectProvider<BrokenPromises> promises;
    private final BusinessDays days;

    CreditChecks(CreditStandings standings, CreditPolicies policies, Accounts accounts, CreditGroups groups,
            CreditLocks locks, OpenItems items, UnfinalPayments unfinal, OverrideUses uses, RemindedItems reminded,
            ObjectProvider<BrokenPromises> promises, BusinessDays days) {
        this.standings = standings;
        this.policies = policies;
        this.accounts = accounts;
        this.groups = groups;
        this.locks = locks;
        this.items = items;
        this.unfinal = unfinal;
        this.uses = uses;
        this.reminded = reminded;
        this.promises = promises;
        this.days = days;
    }

    /**
     * @param date of the invoice
     * @param override the permission that the command names
     * @return what was seen, for the fact; null when nothing limits the account
     * @throws Refusal see {@link CreditSituation#judge}; CREDIT_OVERRIDE_NOT_FOUND
     */
    public @Nullable CreditCheck check(AccountRow account, InvoiceId invoice, Money amount, LocalDate date,
            @Nullable CreditOverrideId override) {
        var policy = policies.at(account.legalEntity(), date);
        var rules = CreditRules.orDefault(policy.rules().credit());
        var standing = standings.of(account);
        var today = days.today(account.legalEntity());
        var limit = rules.modeInForce() == Mode.NONE ? null : standing.limitAt(today);
        boolean overdueCounts = rules.modeInForce() != Mode.NONE && rules.holdOverdueDays() != null;
        int level = rules.modeInForce() == Mode.NONE || rules.holdDunningLevel() == null
                ? 0
                : reminded.highestLevel(account, rules.holdDunningLevel());
        boolean broken = rules.modeInForce() != Mode.NONE && rules.holdsAtBrokenPromise()
                && promises.stream().anyMatch(it -> it.any(account, today));
        if (override != null && standing.permission(override).isEmpty()) {
            throw new Refusal(ProblemCode.CREDIT_OVERRIDE_NOT_FOUND,
                    "no approved credit override " + override + " of account " + account.accountId());
        }
        var groupId = rules.modeInForce() == Mode.NONE ? null : standing.creditGroup();
        boolean limited = limit != null || !standing.holds().isEmpty() || overdueCounts || level > 0 || broken;
        if (!limited && groupId == null) {
            return null;
        }
        if (limit != null || override != null) {
            locks.take(account.accountId());
        }
        var group = groupId == null ? null : group(groupId, rules, today);
        if (!limited && group == null) {
            return null;
        }
        var oldestDue = overdueCounts ? items.oldestDue(account) : null;
        var check = new CreditSituation(account.accountId(), amount, today, rules, policy.version(),
                exposure(account, standing, rules, today), limit, standing.holds(), oldestDue,
                level, broken, permission(standing, override, account), group).judge();
        if (check.creditOverrideId() != null) {
            uses.add(check.creditOverrideId(), invoice, amount);
        }
        return check;
    }

    /** What all accounts of a group owe together; null when the group has no limit. */
    private @Nullable GroupCredit group(CreditGroupId id, CreditRules rules, LocalDate today) {
        locks.take(id);
        var limit = groups.find(id).map(row -> row.limitAt(today)).orElse(null);
        if (limit == null) {
            return null;
        }
        var members = accounts.look(groups.members(id));
        var total = members.stream()
                .map(member -> exposure(member, standings.of(member), rules, today).total())
                .reduce(Money.zero(limit.currency()), Money::plus);
        return GroupCredit.of(id, members.size(), total, limit);
    }

    private Exposure exposure(AccountRow account, CreditStanding standing, CreditRules rules, LocalDate today) {
        var zero = Money.zero(account.currency());
        var open = zero;
        var unapplied = zero;
        for (var total : items.totals(account).entrySet()) {
            Kind kind = total.getKey();
            open = kind.isOwed() ? open.plus(total.getValue()) : open;
            unapplied = kind.isOwed() ? unapplied : unapplied.plus(total.getValue());
        }
        return Exposure.of(open, unapplied,
                rules.counts(ExposurePart.NOT_FINAL) ? unfinal.total(account, rules, today) : zero,
                reported(ExposurePart.DELIVERED_NOT_INVOICED, standing, rules, zero),
                reported(ExposurePart.OPEN_ORDERS, standing, rules, zero),
                reported(ExposurePart.DRAFTS, standing, rules, zero),
                reported(ExposurePart.SECURED, standing, rules, zero));
    }

    private static Money reported(ExposurePart part, CreditStanding standing, CreditRules rules, Money zero) {
        return rules.counts(part) ? standing.reported(part, zero) : zero;
    }

    private @Nullable Permission permission(CreditStanding standing, @Nullable CreditOverrideId override,
            AccountRow account) {
        return override == null
                ? null
                : standing.permission(override)
                        .map(it -> new Permission(override, it.amount()
                                .minus(Money.ofMinorUnits(uses.used(override), account.currency())), it.validUntil()))
                        .orElseThrow();
    }
}
