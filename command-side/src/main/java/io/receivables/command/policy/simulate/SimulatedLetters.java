package io.receivables.command.policy.simulate;

import io.receivables.command.dunning.DunningPlan;
import io.receivables.command.dunning.LastReminder;
import io.receivables.command.dunning.RecordedLetter;
import io.receivables.command.dunning.RecordedLetter.Again;
import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.policy.simulate.Judge.Verdict;
import io.receivables.command.policy.simulate.SimulatedDecision.Kind;
import io.receivables.command.policy.simulate.SimulatedDecision.Outcome;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningRunCompleted;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DunningRules;
import io.receivables.platform.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides the letters of one answer again, each by itself: with what was open, and with the reminders that had gone before it,
 * when it was written. Facts come in the order in which they were recorded. For one thread.
 */
final class SimulatedLetters {

    private final Judge judge;
    private final RecordedAccounts accounts;
    private final RecordedPolicies policies;
    private final Map<AccountId, Map<Key, LastReminder>> reminders = new HashMap<>();
    private final Map<Integer, DunningRules> versions = new HashMap<>();
    private final Map<Currency, DunningTotals> totals = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    private final Map<DunningRunId, Integer> notDunned = new HashMap<>();

    SimulatedLetters(Judge judge, RecordedAccounts accounts, RecordedPolicies policies) {
        this.judge = judge;
        this.accounts = accounts;
        this.policies = policies;
    }

    /** Empty for a letter that is none of the entity and span. */
    Optional<Verdict> judge(DunningLetterIssued letter, long position) {
        var verdict = judge.isAbout(letter.legalEntity(), letter)
                ? Optional.of(verdict(letter, position))
                : Optional.<Verdict>empty();
        var known = reminders.get(letter.accountId());
        if (known != null) {
            RecordedAccounts.remind(known, letter);
        }
        return verdict;
    }

    /** A run that was asked for again completes again, and counts once. */
    void completed(DunningRunCompleted run) {
        if (judge.isAbout(run.legalEntity(), run)) {
            notDunned.put(run.runId(), run.notDunned());
        }
    }

    SimulatedDunning sum() {
        return new SimulatedDunning(List.copyOf(totals.values()), notDunned.size(),
                notDunned.values().stream().mapToInt(Integer::intValue).sum());
    }

    private Verdict verdict(DunningLetterIssued letter, long position) {
        var rules = judge.policy().rules().dunning();
        if (rules == null || rules.levels().isEmpty()) {
            return verdict(letter, Outcome.DROPPED, null, List.of(
                    new Difference("refusal", null,
                            ProblemCode.DUNNING_RULE_MISSING + ": it has no levels of dunning")));
        }
        var known = reminders.computeIfAbsent(letter.accountId(), id -> accounts.reminders(id, position));
        return switch (new RecordedLetter(letter, issuedBy(letter), known).under(rules)) {
            case Again.Untold(var why) -> verdict(letter, Outcome.UNDECIDED, null,
                    List.of(new Difference("undecided", null, why)));
            case Again.Decided(var plan) -> decided(letter, plan, position);
        };
    }

    private Verdict decided(DunningLetterIssued letter, DunningPlan plan, long position) {
        var differences = new ArrayList<Difference>();
        if (!plan.notDunned().isEmpty()) {
            differences.add(new Difference("notDunned", null, plan.notDunned().stream().map(LeftOut::of).toList()));
        }
        var planned = plan.letter();
        if (planned == null) {
            return verdict(letter, Outcome.DROPPED, null, differences);
        }
        var items = RecordedLetter.inOrder(letter.items());
        if (!items.equals(planned.items())) {
            differences.add(new Difference("items", items, planned.items()));
        }
        var again = new LetterInShort(planned.level().level(), planned.level().givesFinalNotice(), planned.amountDue(),
                fee(planned, letter.accountId(), position));
        boolean same = differences.isEmpty() && again.equals(LetterInShort.of(letter));
        return verdict(letter, same ? Outcome.UNCHANGED : Outcome.CHANGED, again, differences);
    }

    private Money fee(DunningPlan.Letter planned, AccountId account, long position) {
        var fee = planned.level().fee() == null ? null : planned.fee(accounts.debtorClass(account, position));
        return fee == null ? Money.zero(planned.amountDue().currency()) : fee;
    }

    private Verdict verdict(DunningLetterIssued letter, Outcome outcome, @Nullable LetterInShort again,
            List<Difference> more) {
        var sent = LetterInShort.of(letter);
        totals.compute(sent.amountDue().currency(), (currency, sum) -> Objects
                .requireNonNullElseGet(sum, () -> DunningTotals.none(currency))
                .with(outcome, sent, again));
        var differences = new ArrayList<Difference>();
        if (!sent.equals(again)) {
            differences.add(new Difference("letter", sent, again));
        }
        differences.addAll(more);
        return new Verdict(Kind.DUNNING_LETTER, letter.letterId().value(), letter.policyVersion(),
                List.copyOf(differences), outcome);
    }

    private DunningRules issuedBy(DunningLetterIssued letter) {
        return versions.computeIfAbsent(letter.policyVersion(), version -> Objects.requireNonNull(
                new PolicyInForce(policies.version(letter.legalEntity(), version).orElseThrow()).rules().dunning()));
    }
}
