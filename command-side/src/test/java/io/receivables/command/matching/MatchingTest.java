package io.receivables.command.matching;

import static io.receivables.command.matching.Debts.ask;
import static io.receivables.command.matching.Debts.charge;
import static io.receivables.command.matching.Debts.chargesFirst;
import static io.receivables.command.matching.Debts.discounted;
import static io.receivables.command.matching.Debts.eur;
import static io.receivables.command.matching.Debts.invoice;
import static io.receivables.command.matching.Debts.lightInvoice;
import static io.receivables.command.matching.Debts.naming;
import static io.receivables.command.matching.Debts.shown;
import static io.receivables.command.matching.Debts.tolerant;
import static io.receivables.events.policy.AllocationRule.CLEAR_ACCOUNT;
import static io.receivables.events.policy.AllocationRule.EXACT_MATCH;
import static io.receivables.events.policy.AllocationRule.INSTRUCTION;
import static io.receivables.events.policy.AllocationRule.LEGAL_ORDER;
import static io.receivables.events.policy.AllocationRule.OLDEST_FIRST;
import static io.receivables.events.policy.AllocationRule.PROPORTIONAL;
import static io.receivables.events.policy.AllocationRule.UNIQUE_SUBSET;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.matching.Debt.Component;
import io.receivables.events.policy.AllocationRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule for itself, then all in the order of a policy. */
class MatchingTest {

    @Test
    void moneyThatNothingIsOpenForStaysUnapplied() {
        var proposal = Matching.propose(ask("100.00"), Matching.DEFAULT_ORDER);
        assertThat(proposal.steps()).isEmpty();
        assertThat(proposal.left()).isEqualTo(eur("100.00"));
        assertThat(proposal.unresolved()).contains("nothing");
    }

    @Test
    void anAmountThatTwoItemsHaveIsForAPerson() {
        var proposal = Matching.propose(
                ask("100.00", invoice("I1", "05-01", "100.00"), invoice("I2", "06-01", "100.00")),
                Matching.DEFAULT_ORDER);
        assertThat(proposal.steps()).isEmpty();
        assertThat(proposal.unresolved()).contains("100.00 EUR", "I1/1", "I2/1");
    }

    @Test
    void twoSetsOfItemsAreForAPerson() {
        var proposal = Matching.propose(ask("100.00", invoice("I1", "05-01", "60.00"), invoice("I2", "05-02", "40.00"),
                invoice("I3", "05-03", "70.00"), invoice("I4", "05-04", "30.00")), Matching.DEFAULT_ORDER);
        assertThat(proposal.steps()).isEmpty();
        assertThat(proposal.unresolved()).contains("100.00 EUR", "not of these alone");
    }

    @Test
    void whatThePayerNamesGoesFirst() {
        var question = ask("100.00", invoice("I1", "01-01", "80.00"), invoice("I2", "06-01", "90.00"));
        chosen(INSTRUCTION, naming(question, "I2"), "I2/1 90.00");
    }

    @Test
    void aRestAfterTheInstructionFollowsTheOtherRules() {
        var proposal = Matching.propose(naming(ask("100.00", invoice("I1", "01-01", "80.00"),
                invoice("I2", "06-01", "90.00")), "I2"), Matching.DEFAULT_ORDER);
        assertThat(proposal.steps().stream().map(Matching.Step::rule)).containsExactly(INSTRUCTION, LEGAL_ORDER);
        assertThat(shown(proposal.steps().getLast().shares())).containsExactly("I1/1 10.00");
    }

    @Test
    void oneInstalmentOfJustTheAmount() {
        chosen(EXACT_MATCH, ask("40.00", invoice("I1", "01-01", "60.00", "40.00"), invoice("I2", "02-01", "50.00")),
                "I1/2 40.00");
    }

    @Test
    void allOfOneInvoiceOfJustTheAmount() {
        chosen(EXACT_MATCH, ask("100.00", invoice("I1", "01-01", "60.00", "40.00"), invoice("I2", "02-01", "50.00")),
                "I1 100.00");
    }

    @Test
    void anInvoiceWithItsChargesOfJustTheAmount() {
        chosen(EXACT_MATCH, ask("145.00", invoice("I1", "01-01", "100.00"),
                charge("C1", Component.COSTS, "I1", "02-01", "40.00"),
                charge("C2", Component.INTEREST, "I1", "02-01", "5.00")), "I1 100.00", "C1 40.00", "C2 5.00");
    }

    @Test
    void theNetAmountIsExactWhileTheDiscountCanBeEarned() {
        chosen(EXACT_MATCH, ask("980.00", discounted("I1", "06-30", "1000.00", "980.00")), "I1/1 980.00");
        chosen(EXACT_MATCH, ask("1000.00", discounted("I1", "06-30", "1000.00", "980.00")), "I1/1 1000.00");
    }

    @Test
    void centsTooFewAreExactWithinTheTolerance() {
        var question = ask("99.98", invoice("I1", "05-01", "100.00"), invoice("I2", "01-01", "50.00"));
        silent(EXACT_MATCH, tolerant("0.01", question));
        chosen(EXACT_MATCH, tolerant("0.02", question), "I1/1 99.98");
    }

    @Test
    void centsTooManyStayAndNoOtherRuleIsAsked() {
        var proposal = Matching.propose(tolerant("0.05",
                ask("100.03", invoice("I1", "05-01", "100.00"), invoice("I2", "01-01", "50.00"))),
                Matching.DEFAULT_ORDER);
        assertThat(shown(all(proposal))).containsExactly("I1/1 100.00");
        assertThat(proposal.left()).isEqualTo(eur("0.03"));
    }

    @Test
    void theOnlySetThatAddsUp() {
        chosen(UNIQUE_SUBSET, ask("100.00", invoice("I1", "05-01", "60.00"), invoice("I2", "04-01", "40.00"),
                invoice("I3", "05-03", "75.00")), "I2/1 40.00", "I1/1 60.00");
    }

    @Test
    void aSearchThatDoesNotEndProvesNothing() {
        var debts = new ArrayList<Debt>();
        for (int i = 0; i < 60; i++) {
            // Even amounts: no set of them makes an odd one, and the search would try them all.
            debts.add(invoice("I" + i, "05-01", (100 + 2 * i) + ".00"));
        }
        assertThat(UniqueSubset.choose(ask("3001.00", debts.toArray(Debt[]::new)))).isInstanceOf(Verdict.Silent.class);
    }

    @Test
    void theLawHasWhatIsDueFirst() {
        chosen(LEGAL_ORDER, ask("100.00", invoice("I1", "07-15", "90.00"), invoice("I2", "06-30", "60.00")),
                "I2/1 60.00", "I1/1 40.00");
    }

    @Test
    void amongWhatIsDueTheMostOnerous() {
        chosen(LEGAL_ORDER, ask("100.00", lightInvoice("I1", "01-01", "90.00"), invoice("I2", "05-01", "60.00")),
                "I2/1 60.00", "I1/1 40.00");
    }

    @Test
    void thenTheOldest() {
        chosen(LEGAL_ORDER, ask("100.00", invoice("I1", "05-01", "90.00"), invoice("I2", "04-01", "60.00")),
                "I2/1 60.00", "I1/1 40.00");
    }

    @Test
    void andWhereAllIsEqualEachItsProportion() {
        chosen(LEGAL_ORDER, ask("100.00", invoice("I1", "05-01", "200.00"), invoice("I2", "05-01", "100.00"),
                invoice("I3", "06-01", "10.00")), "I1/1 66.67", "I2/1 33.33");
    }

    @Test
    void principalBeforeTheChargesOfADebt() {
        chosen(LEGAL_ORDER, ask("105.00", charge("C1", Component.COSTS, "I1", "06-01", "40.00"),
                invoice("I1", "05-01", "100.00"), invoice("I2", "05-02", "50.00")), "I1/1 100.00", "C1/0 5.00");
    }

    @Test
    void costsThenInterestThenPrincipalWhereThePolicyHasChargesFirst() {
        chosen(LEGAL_ORDER, chargesFirst(ask("60.00", charge("C1", Component.INTEREST, "I1", "06-01", "15.00"),
                charge("C2", Component.COSTS, "I1", "06-01", "40.00"), invoice("I1", "05-01", "100.00"))),
                "C2/0 40.00", "C1/0 15.00", "I1/1 5.00");
    }

    @Test
    void aChargeWhoseInvoiceIsPaidIsADebtOfItsOwn() {
        chosen(OLDEST_FIRST, ask("60.00", charge("C1", Component.COSTS, "I0", "04-01", "40.00"),
                invoice("I1", "05-01", "100.00")), "C1/0 40.00", "I1/1 20.00");
    }

    @Test
    void theOldestFirstAsksNotWhatIsDue() {
        chosen(OLDEST_FIRST, ask("100.00", lightInvoice("I1", "01-01", "90.00"), invoice("I2", "05-01", "60.00")),
                "I1/1 90.00", "I2/1 10.00");
    }

    @Test
    void proportionallyLosesNoCent() {
        chosen(PROPORTIONAL, ask("100.00", invoice("I1", "05-01", "100.00"), invoice("I2", "05-02", "100.00"),
                invoice("I3", "05-03", "100.00")), "I1/1 33.34", "I2/1 33.33", "I3/1 33.33");
    }

    @Test
    void theAccountIsClearedOnlyIfTheAmountCoversIt() {
        var debts = new Debt[]{invoice("I1", "05-01", "60.00"), invoice("I2", "04-01", "40.00")};
        silent(CLEAR_ACCOUNT, ask("99.99", debts));
        chosen(CLEAR_ACCOUNT, ask("120.00", debts), "I2/1 40.00", "I1/1 60.00");
    }

    /** Public issue of a peer: several instalments are settled by their own number, not first in, first out over a table. */
    @Test
    void trapT12AnInstalmentIsChosenByItsNumber() {
        chosen(EXACT_MATCH, ask("30.00", invoice("I1", "01-01", "10.00", "20.00", "30.00")), "I1/3 30.00");
    }

    private static void chosen(AllocationRule rule, Question question, String... expected) {
        var proposal = Matching.propose(question, List.of(rule));
        assertThat(shown(all(proposal))).containsExactly(expected);
        assertThat(proposal.left()).isEqualTo(question.amount().minus(Share.sum(all(proposal), question.amount())));
    }

    private static void silent(AllocationRule rule, Question question) {
        assertThat(Matching.propose(question, List.of(rule)).steps()).isEmpty();
    }

    private static List<Share> all(Matching.Proposal proposal) {
        return proposal.steps().stream().flatMap(step -> step.shares().stream()).toList();
    }
}
