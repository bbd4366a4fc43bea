package io.receivables.command.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.matching.Debt.Component;
import io.receivables.command.matching.Debt.Part;
import io.receivables.events.money.Money;
import io.receivables.events.policy.AllocationRule;
import io.receivables.events.policy.ComponentOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is open and whatever the order of the rules: never above open, sums tie, the same question the same answer. */
class MatchingPropertiesTest {

    private static final int QUESTIONS = 3_000;
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @ValueSource(longs = {1, 20260630, 7919})
    void noRuleGivesMoreThanThereIs(long seed) {
        var random = new Random(seed);
        int chosen = 0;
        int unresolved = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            var question = question(random);
            var order = order(random);
            var proposal = Matching.propose(question, order);
            check(question, proposal, "seed " + seed + ", question " + i + " " + order);
            var shuffled = new ArrayList<>(question.debts());
            Collections.shuffle(shuffled, random);
            var again = Matching.propose(question.about(shuffled), order);
            assertThat(shown(again)).as("seed %s, question %s, shuffled", seed, i).isEqualTo(shown(proposal));
            chosen += proposal.steps().size();
            unresolved += proposal.unresolved() == null ? 0 : 1;
        }
        assertThat(chosen).isGreaterThan(QUESTIONS / 2);
        assertThat(unresolved).isGreaterThan(QUESTIONS / 20);
    }

    private static void check(Question question, Matching.Proposal proposal, String what) {
        var open = new HashMap<String, Long>();
        question.items()
                .forEach(item -> open.merge(item.debt().documentId(), item.part().open().minorUnits(), Long::sum));
        long given = 0;
        for (var step : proposal.steps()) {
            for (var share : step.shares()) {
                assertThat(share.amount().isPositive()).as(what).isTrue();
                given += share.amount().minorUnits();
                open.merge(share.debt().documentId(), -share.amount().minorUnits(), Long::sum);
            }
        }
        assertThat(open.values()).as(what).allMatch(left -> left >= 0);
        assertThat(given + proposal.left().minorUnits()).as(what).isEqualTo(question.amount().minorUnits());
        assertThat(proposal.left().isPositive()).as(what).isEqualTo(proposal.unresolved() != null);
    }

    private static List<String> shown(Matching.Proposal proposal) {
        return proposal.steps()
                .stream()
                .flatMap(step -> Debts.shown(step.shares()).stream().map(share -> step.rule() + " " + share))
                .collect(Collectors.toList());
    }

    private static List<AllocationRule> order(Random random) {
        var rules = new ArrayList<>(List.of(AllocationRule.values()));
        Collections.shuffle(rules, random);
        return rules.subList(0, 1 + random.nextInt(rules.size()));
    }

    private static Question question(Random random) {
        var debts = new ArrayList<Debt>();
        int invoices = random.nextInt(7);
        for (int i = 0; i < invoices; i++) {
            var parts = new ArrayList<Part>();
            var due = Debts.TODAY.plusDays(random.nextInt(5) * 10L - 30);
            for (int no = 1; no <= 1 + random.nextInt(3); no++) {
                var open = cents(1 + random.nextInt(20) * 500L);
                var discount = random.nextInt(4) == 0
                        ? open.ratioRoundedHalfUp(BigDecimal.ONE,
                                BigDecimal.valueOf(50))
                        : cents(0);
                parts.add(new Part(no, due.plusMonths(no - 1), open, open.minus(discount)));
            }
            var toPay = parts.stream().map(Part::toPay).reduce(Money::plus).orElseThrow();
            debts.add(new Debt("I" + i, "N" + i, Component.PRINCIPAL, null, random.nextBoolean(),
                    LocalDate.of(2026, 1, 1).plusDays(random.nextInt(3)), toPay, List.copyOf(parts)));
            if (random.nextInt(3) == 0) {
                debts.add(Debts.charge("C" + i, random.nextBoolean() ? Component.COSTS : Component.INTEREST,
                        random.nextInt(5) == 0 ? "gone" : "I" + i, "06-15", (1 + random.nextInt(9)) + ".50"));
            }
        }
        var base = Debts.ask("1.00", debts.toArray(Debt[]::new));
        var named = debts.isEmpty() || random.nextBoolean() ? new String[0] : new String[]{"I0"};
        var question = Debts.naming(base, named);
        var amount = random.nextBoolean() && !question.items().isEmpty()
                ? question.items().get(random.nextInt(question.items().size())).toPay()
                : cents(1 + random.nextInt(40_000));
        return new Question(amount, cents(random.nextInt(3) * 2L), Debts.TODAY, question.instructed(),
                random.nextBoolean() ? ComponentOrder.PRINCIPAL_FIRST : ComponentOrder.CHARGES_FIRST, question.debts());
    }

    private static Money cents(long cents) {
        return Money.ofMinorUnits(cents, EUR);
    }
}
