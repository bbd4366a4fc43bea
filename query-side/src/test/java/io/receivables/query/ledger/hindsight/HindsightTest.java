package io.receivables.query.ledger.hindsight;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.refund.RefundId;
import io.receivables.events.refund.RefundRejected;
import io.receivables.events.refund.RefundRequested;
import io.receivables.query.agedbalance.AgedBalance;
import io.receivables.query.agedbalance.AgedBalance.Figures;
import io.receivables.query.agedbalance.AgedBalanceRequest;
import io.receivables.query.agedbalance.GetAgedBalance;
import io.receivables.query.customeraccount.GetOpenItems;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.ClassFilter;
import io.receivables.query.edge.Paging;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.RandomHistory;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** In hindsight money settles a claim from the day on which both were there. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class HindsightTest {

    private static final String NOTHING = "0.00 | 0.00 0.00 0.00 0.00 | 0.00";

    @Autowired
    private GetAgedBalance agedBalance;
    @Autowired
    private GetOpenItems openItems;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void oneAccount() {
        story = stories.begin().account("C1");
    }

    @Test
    void cashCountsFromTheDayOnWhichItCame() {
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31").payment("P1", "C1", "100.00", "2026-01-20");
        long before = story.position();
        story.allocate("A1", "P1", "I1", "C1", "100.00", "2026-02-15");

        assertThat(decided("2026-02-10")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 100.00");
        assertThat(hindsight("2026-02-10")).isEqualTo(NOTHING);
        assertThat(hindsight("2026-01-20")).isEqualTo(NOTHING);
        assertThat(hindsight("2026-01-19")).isEqualTo("100.00 | 0.00 0.00 0.00 0.00 | 0.00");
        assertThat(line("hindsight", "2026-02-10", before)).as("as known before it was decided")
                .isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 100.00");
        assertThat(openInHindsight("2026-02-10")).isEmpty();
    }

    @Test
    void aReversalKeepsItsDay() {
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .payment("P1", "C1", "100.00", "2026-01-20")
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-02-15")
                .reverseAllocation("A1", "2026-02-20");

        assertThat(hindsight("2026-02-01")).isEqualTo(NOTHING);
        assertThat(hindsight("2026-02-19")).isEqualTo(NOTHING);
        assertThat(hindsight("2026-02-20")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 100.00");
    }

    /** The second one finds the money free only once the first one has given it back. */
    @Test
    void moneyIsNotSpentTwice() {
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .invoice("I2", "C1", "100.00", "2026-01-02", "2026-03-31")
                .payment("P1", "C1", "100.00", "2026-01-20")
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-02-15")
                .reverseAllocation("A1", "2026-02-20")
                .allocate("A2", "P1", "I2", "C1", "100.00", "2026-03-01");

        assertThat(hindsight("2026-02-10")).isEqualTo("100.00 | 0.00 0.00 0.00 0.00 | 0.00");
        assertThat(hindsight("2026-02-20")).isEqualTo("0.00 | 100.00 0.00 0.00 0.00 | 0.00");
        assertThat(openInHindsight("2026-02-20")).containsExactly(story.id("I1") + " 100.00");
    }

    @Test
    void cashThatNobodyKnewCountsFromItsIdentification() {
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .payment("P1", null, "100.00", "2026-01-10")
                .tell(new PaymentIdentified(new PaymentId(story.id("P1")), story.accountId("C1"), story.entity(),
                        Story.eur("100.00"), LocalDate.parse("2026-01-20")))
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-02-15");

        assertThat(hindsight("2026-01-19")).isEqualTo("100.00 | 0.00 0.00 0.00 0.00 | 0.00");
        assertThat(hindsight("2026-01-20")).isEqualTo(NOTHING);
    }

    /** What is set aside is not free, even if it was not paid out in the end. */
    @Test
    void aRefundThatWasAskedForHoldsTheMoneyUntilItIsRejected() {
        var refund = new RefundId(story.id("R1"));
        var source = CreditSource.of(new PaymentId(story.id("P1")));
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .payment("P1", "C1", "100.00", "2026-01-05")
                .tell(new RefundRequested(refund, source, story.accountId("C1"), story.entity(), Story.eur("60.00"),
                        "overpaid", "clerk-1", Story.eur("0.00"), null, LocalDate.parse("2026-01-10")))
                .tell(new RefundRejected(refund, source, story.accountId("C1"), story.entity(), Story.eur("60.00"),
                        "boss", "no", LocalDate.parse("2026-01-20")))
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-02-15");

        assertThat(hindsight("2026-01-19")).isEqualTo("100.00 | 0.00 0.00 0.00 0.00 | 100.00");
        assertThat(hindsight("2026-01-20")).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 20261126})
    void everyCutEqualsTheLongWay(long seed) {
        System.out.println("seed " + seed);
        var random = new Random(seed);
        story = stories.begin();
        for (int i = 0; i < 2; i++) {
            story.account("C" + i);
        }
        var history = new RandomHistory(story, random, 2);
        for (int i = 0; i < 220; i++) {
            history.oneFact();
        }
        long last = story.position();
        int moved = 0;
        for (int i = 0; i < 12; i++) {
            long known = i < 3 ? last : story.firstPosition() + random.nextLong(last - story.firstPosition() + 1);
            var plain = new PlainHindsight(history.book(), RandomHistory.FIRST_DAY,
                    RandomHistory.FIRST_DAY.plusDays(RandomHistory.DAYS + 150), known);
            assertThat(plain.isSound()).as("nothing below zero, as known at %s", known).isTrue();
            for (int n = 0; n < 5; n++) {
                var asAt = RandomHistory.FIRST_DAY.plusDays(random.nextInt(RandomHistory.DAYS + 60));
                moved += compare(plain, asAt, known);
            }
        }
        assertThat(moved).as("cuts at which the views differ").isPositive();
    }

    /** @return 1 if the views differ */
    private int compare(PlainHindsight plain, LocalDate asAt, long known) {
        var hindsight = ask("hindsight", asAt.toString(), known);
        var decided = ask("decided", asAt.toString(), known);
        var actual = new TreeMap<String, List<Long>>();
        hindsight.rows().forEach(row -> actual.put(String.valueOf(row.accountId()), cents(row.figures())));

        assertThat(actual).as("at %s as known at %s", asAt, known).isEqualTo(plain.aged(asAt));
        assertThat(hindsight.view()).isEqualTo("hindsight");
        assertThat(hindsight.totals().balance()).isEqualTo(decided.totals().balance());
        assertThat(hindsight.control()).isEqualTo(decided.control());
        assertThat(hindsight.control().ties()).isTrue();
        assertThat(balances(hindsight)).as("the same balances").isEqualTo(balances(decided));
        for (var account : actual.keySet()) {
            var open = openItems
                    .handle(new AccountId(account), ClassFilter.ALL, asOf(asAt.toString(), known),
                            AllocationView.HINDSIGHT,
                            new Paging("500", null))
                    .items();
            assertThat(open).allMatch(item -> item.amountDue().minorUnits() > 0);
            assertThat(open.stream().mapToLong(item -> item.amountDue().minorUnits()).sum())
                    .isEqualTo(actual.get(account).subList(0, 5).stream().mapToLong(Long::longValue).sum());
        }
        return hindsight.totals().equals(decided.totals()) ? 0 : 1;
    }

    private static TreeMap<String, String> balances(AgedBalance answer) {
        var balances = new TreeMap<String, String>();
        answer.rows().forEach(row -> balances.put(String.valueOf(row.accountId()), row.figures().balance()));
        balances.values().removeIf(balance -> new BigDecimal(balance).signum() == 0);
        return balances;
    }

    private String decided(String asAt) {
        return line("decided", asAt, story.position());
    }

    private String hindsight(String asAt) {
        return line("hindsight", asAt, story.position());
    }

    private String line(String view, String asAt, long known) {
        var totals = ask(view, asAt, known).totals();
        return totals.notDue() + " | " + String.join(" ", totals.buckets()) + " | " + totals.unapplied();
    }

    private AgedBalance ask(String view, String asAt, long known) {
        return agedBalance.handle(new AgedBalanceRequest(story.entity().value(), asAt, Long.toString(known), null, null,
                view, null, null, null, null, null, null, null));
    }

    private List<String> openInHindsight(String asAt) {
        return openItems
                .handle(new AccountId(story.id("C1")), ClassFilter.ALL, asOf(asAt, story.position()),
                        AllocationView.HINDSIGHT,
                        Paging.FIRST_PAGE)
                .items()
                .stream()
                .map(item -> item.invoiceId() + " " + amount(item.amountDue()))
                .toList();
    }

    private static String amount(Money money) {
        return money.amount().toPlainString();
    }

    private static AsOfRequest asOf(String asAt, long known) {
        return new AsOfRequest(asAt, Long.toString(known));
    }

    private static List<Long> cents(Figures figures) {
        var amounts = new ArrayList<Long>();
        amounts.add(cents(figures.notDue()));
        figures.buckets().forEach(bucket -> amounts.add(cents(bucket)));
        amounts.add(cents(figures.unapplied()));
        return amounts;
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
