package io.receivables.command.matching;

import io.receivables.events.money.Money;
import io.receivables.events.policy.AllocationRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules in their order. Each may choose what some of the money settles; the next one is asked about the rest. Never
 * more than is open, never more than the money, and for the same question always the same answer.
 */
public final class Matching {

    private Matching() {}

    /** The order of a policy that names none. */
    public static final List<AllocationRule> DEFAULT_ORDER = List.of(AllocationRule.INSTRUCTION,
            AllocationRule.EXACT_MATCH, AllocationRule.UNIQUE_SUBSET, AllocationRule.LEGAL_ORDER);

    /** What one rule chose, and what it saw. */
    public record Step(AllocationRule rule, String reason, List<Share> shares, List<Item> seen) {}

    /**
     * @param left what no rule found a place for
     * @param unresolved why; null when nothing is left
     */
    public record Proposal(List<Step> steps, Money left, @Nullable String unresolved) {}

    public static Proposal propose(Question question, List<AllocationRule> order) {
        var steps = new ArrayList<Step>();
        var asked = question;
        String unresolved = null;
        boolean ended = false;
        for (var rule : order) {
            if (ended || !asked.amount().isPositive() || asked.debts().isEmpty()) {
                break;
            }
            switch (ask(rule, asked)) {
                case Verdict.Chosen chosen -> {
                    steps.add(new Step(rule, chosen.reason(), chosen.shares(), asked.items()));
                    asked = asked.after(chosen.shares());
                    ended = chosen.last();
                }
                case Verdict.Ambiguous ambiguous -> {
                    unresolved = ambiguous.reason();
                    ended = true;
                }
                case Verdict.Silent silent -> {
                }
            }
        }
        if (unresolved == null && asked.amount().isPositive()) {
            unresolved = question.debts().isEmpty() || asked.debts().isEmpty()
                    ? "nothing else is open"
                    : "no rule of " + order + " finds what it is for";
        }
        return new Proposal(List.copyOf(steps), asked.amount(), unresolved);
    }

    private static Verdict ask(AllocationRule rule, Question question) {
        return switch (rule) {
            case INSTRUCTION -> Instruction.choose(question);
            case EXACT_MATCH -> ExactMatch.choose(question);
            case UNIQUE_SUBSET -> UniqueSubset.choose(question);
            case LEGAL_ORDER -> LegalOrder.choose(question);
            case OLDEST_FIRST -> Verdict.chosen(Claim.takeInTurn(Claim.of(question), question.amount()),
                    "the oldest due first");
            case PROPORTIONAL -> Verdict.chosen(Claim.takeInProportion(Claim.of(question), question.amount()),
                    "each its proportion of all that is open");
            case CLEAR_ACCOUNT -> clearAccount(question);
        };
    }

    private static Verdict clearAccount(Question question) {
        var all = Item.sum(question.items());
        return all.isGreaterThan(question.amount())
                ? new Verdict.Silent()
                : Verdict.chosen(Claim.takeInTurn(Claim.of(question), question.amount()),
                        question.amount() + " covers the " + all + " that is to pay of all items");
    }
}
