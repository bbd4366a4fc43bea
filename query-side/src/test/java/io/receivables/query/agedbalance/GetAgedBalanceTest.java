package io.receivables.query.agedbalance;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.query.agedbalance.AgedBalance.Row;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Peers' mistakes, each of which cost their users money; the codes are those of the domain rules. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class GetAgedBalanceTest {

    @Autowired
    private GetAgedBalance agedBalance;
    @Autowired
    private Questions questions;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void anAccount() {
        story = stories.begin().account("C1");
    }

    @Test
    void anEmptyBookIsZeroThroughout() {
        var answer = asAt("2026-06-30");

        assertThat(answer.rows()).isEmpty();
        assertThat(answer.totals().balance()).isEqualTo("0.00");
        assertThat(answer.totals().buckets()).containsExactly("0.00", "0.00", "0.00", "0.00");
        assertThat(answer.control().ties()).isTrue();
    }

    @Test
    void t1ADocumentIsNotThereBeforeItsDate() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31");

        assertThat(asAt("2026-02-28").rows()).isEmpty();
        assertThat(onlyRow(asAt("2026-03-01")).figures().notDue()).isEqualTo("100.00");
    }

    @Test
    void t2ALaterMatchLeavesThePastOpen() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .payment("P1", "C1", "100.00", "2026-05-10")
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-05-10");

        assertThat(onlyRow(asAt("2026-04-30")).figures().buckets()).containsExactly("100.00", "0.00", "0.00", "0.00");
        assertThat(asAt("2026-05-10").rows()).isEmpty();
    }

    @Test
    void t3AnAllocationCountsFromTheDateOfItsDecision() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .payment("P1", "C1", "100.00", "2026-04-05")
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-05-20");

        var before = onlyRow(asAt("2026-05-19")).figures();
        assertThat(before.buckets()).containsExactly("0.00", "100.00", "0.00", "0.00");
        assertThat(before.unapplied()).isEqualTo("100.00");
        assertThat(before.balance()).isEqualTo("0.00");
        assertThat(asAt("2026-05-20").rows()).isEmpty();
    }

    @Test
    void t4AndT12EachInstalmentIsSettledByItself() {
        story.invoice("I1", "C1", "2026-01-01", new Instalment(1, LocalDate.parse("2026-01-31"), eur("60.00")),
                new Instalment(2, LocalDate.parse("2026-03-31"), eur("40.00")))
                .payment("P1", "C1", "30.00", "2026-02-10")
                .allocate("A1", "P1", "I1", "C1", "2026-02-10",
                        new SettledPart(2, eur("30.00"), eur("0.00")));

        var row = onlyRow(asAt("2026-02-10"));
        assertThat(row.figures().notDue()).isEqualTo("10.00");
        assertThat(row.figures().buckets()).containsExactly("60.00", "0.00", "0.00", "0.00");
        assertThat(row.oldestDueDate()).isEqualTo("2026-01-31");
    }

    @Test
    void t5BeforeTheReversalWasKnownTheMatchStands() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .payment("P1", "C1", "100.00", "2026-03-20")
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-03-20");
        long matched = story.position();
        story.reverseAllocation("A1", "2026-03-20");

        assertThat(asKnown("2026-04-30", matched).rows()).isEmpty();
        var now = onlyRow(asAt("2026-04-30")).figures();
        assertThat(now.buckets()).containsExactly("100.00", "0.00", "0.00", "0.00");
        assertThat(now.unapplied()).isEqualTo("100.00");
    }

    @Test
    void t6NotDueAndBucketsLessUnappliedIsTheBalanceWhateverTheEdges() {
        story.invoice("I1", "C1", "10.00", "2026-01-01", "2026-01-31")
                .invoice("I2", "C1", "20.00", "2026-05-01", "2026-05-31")
                .invoice("I3", "C1", "40.00", "2026-06-01", "2026-07-31")
                .payment("P1", "C1", "5.00", "2026-06-01")
                .position();

        for (var edges : List.of("1", "30", "29,30,31", "30,60,90", "1,149,150,151")) {
            for (var basis : List.of("dueDate", "documentDate")) {
                var totals = agedBalance.handle(new AgedBalanceRequest(story.entity().value(), "2026-06-30", null,
                        basis, edges, null, "none", null, null, null, null, null, null)).totals();
                var aged = totals.buckets()
                        .stream()
                        .map(BigDecimal::new)
                        .reduce(new BigDecimal(totals.notDue()), BigDecimal::add);
                assertThat(aged.subtract(new BigDecimal(totals.unapplied()))).isEqualTo("65.00");
                assertThat(totals.balance()).isEqualTo("65.00");
            }
        }
    }

    @Test
    void t14AWrittenOffPartLeavesAtItsDateAndARecoveryDoesNotReopenIt() {
        var invoice = new InvoiceId(story.id("I1"));
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .tell(new InvoiceWrittenOff(invoice, story.accountId("C1"), story.entity(),
                        new WriteOffId(story.id("W1")), List.of(new InstalmentAmount(1, eur("100.00"))), "bankrupt",
                        false, List.of(), "clerk-1", null, eur("100.00"), 1, LocalDate.parse("2026-04-01")))
                .tell(new WrittenOffAmountRecovered(invoice, story.accountId("C1"), story.entity(),
                        new RecoveryId(story.id("R1")), eur("30.00"), null, null, LocalDate.parse("2026-05-01")));

        assertThat(onlyRow(asAt("2026-03-31")).figures().balance()).isEqualTo("100.00");
        assertThat(asAt("2026-04-01").rows()).isEmpty();
        assertThat(asAt("2026-06-30").rows()).isEmpty();
    }

    @Test
    void t7BucketsMeetWithoutGapOrOverlap() {
        story.invoice("I1", "C1", "1.00", "2026-01-01", "2026-01-31");

        assertThat(onlyRow(asAt("2026-01-31")).figures().notDue()).isEqualTo("1.00");
        assertThat(bucketAfterDays(1)).isZero();
        assertThat(bucketAfterDays(30)).isZero();
        assertThat(bucketAfterDays(31)).isEqualTo(1);
        assertThat(bucketAfterDays(60)).isEqualTo(1);
        assertThat(bucketAfterDays(61)).isEqualTo(2);
        assertThat(bucketAfterDays(90)).isEqualTo(2);
        assertThat(bucketAfterDays(91)).isEqualTo(3);
    }

    @Test
    void t8ACentIsShown() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .payment("P1", "C1", "99.99", "2026-03-20")
                .allocate("A1", "P1", "I1", "C1", "99.99", "2026-03-20");

        assertThat(onlyRow(asAt("2026-03-31")).figures().balance()).isEqualTo("0.01");
    }

    @Test
    void t9CreditsStandInAColumnOfTheirOwn() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31").creditNote("N1", "C1", "150.00", "2026-04-01");

        var figures = onlyRow(asAt("2026-04-10")).figures();
        assertThat(figures.buckets()).containsExactly("100.00", "0.00", "0.00", "0.00");
        assertThat(figures.unapplied()).isEqualTo("150.00");
        assertThat(figures.balance()).isEqualTo("-50.00");
    }

    @Test
    void t10AFutureDateAgesAtThatDate() {
        story.invoice("I1", "C1", "100.00", "2026-06-01", "2026-06-30");

        assertThat(onlyRow(asAt("2026-08-01")).figures().buckets()).containsExactly("0.00", "100.00", "0.00", "0.00");
    }

    @Test
    void t13AReturnedDebitOpensTheInvoiceAgainWithItsOwnDueDate() {
        story.invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .payment("P1", "C1", "100.00", "2026-01-31")
                .allocate("A1", "P1", "I1", "C1", "100.00", "2026-01-31")
                .reverseAllocation("A1", "2026-03-15")
                .tell(new PaymentReversed(
                        new PaymentId(story.id("P1")), story.accountId("C1"),
                        story.entity(), eur("100.00"), "MS03", LocalDate.parse("2026-03-15")));

        assertThat(asAt("2026-03-14").rows()).isEmpty();
        var figures = onlyRow(asAt("2026-03-15")).figures();
        assertThat(figures.buckets()).containsExactly("0.00", "100.00", "0.00", "0.00");
        assertThat(figures.unapplied()).isEqualTo("0.00");
    }

    @Test
    void aCreditNoteDatedLaterDoesNotReduceAnEarlierDay() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .creditNote("N1", "C1", "40.00", "2026-05-01")
                .allocateCredit("A1", "N1", "I1", "C1", "40.00", "2026-05-01");

        assertThat(onlyRow(asAt("2026-04-30")).figures().balance()).isEqualTo("100.00");
        assertThat(onlyRow(asAt("2026-05-01")).figures().balance()).isEqualTo("60.00");
    }

    @Test
    void aLateFactNeverChangesWhatWasAnswered() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31");
        story.position();
        var before = asAt("2026-04-30");
        story.payment("P1", "C1", "100.00", "2026-03-15").allocate("A1", "P1", "I1", "C1", "100.00", "2026-03-15");
        story.position();

        assertThat(asKnown("2026-04-30", before.asKnown().position())).isEqualTo(before);
        assertThat(asKnown("2026-04-30", before.asKnown().recordedAt().toString())).isEqualTo(before);
        assertThat(asAt("2026-04-30").rows()).isEmpty();
    }

    @Test
    void unidentifiedCashIsInNoAccountUntilItIsIdentified() {
        story.payment("P1", null, "70.00", "2026-03-01")
                .tell(new PaymentIdentified(
                        new PaymentId(story.id("P1")), story.accountId("C1"),
                        story.entity(), eur("70.00"), LocalDate.parse("2026-04-01")));

        assertThat(asAt("2026-03-31").unidentified()).isEqualTo("70.00");
        assertThat(asAt("2026-03-31").rows()).isEmpty();
        assertThat(asAt("2026-04-01").unidentified()).isEqualTo("0.00");
        assertThat(onlyRow(asAt("2026-04-01")).figures().unapplied()).isEqualTo("70.00");
    }

    @Test
    void pagesOfAnyOrderHoldEveryRowOnceAndTheTotalsOfAll() {
        for (int i = 2; i <= 5; i++) {
            story.account("C" + i).invoice("I" + i, "C" + i, i + ".00", "2026-0" + i + "-01", "2026-0" + i + "-28");
        }
        story.position();
        var first = page(null);
        var second = page(first.nextCursor());

        assertThat(first.totals().balance()).isEqualTo("14.00");
        assertThat(second.totals()).isEqualTo(first.totals());
        assertThat(first.rows()).extracting(Row::accountId)
                .containsExactly(story.id("C5"), story.id("C4"),
                        story.id("C3"));
        assertThat(second.rows()).extracting(Row::accountId).containsExactly(story.id("C2"));
        assertThat(second.nextCursor()).isNull();
    }

    /** Many owe more than the one who is late. */
    @Test
    void whoOwesMuchThatIsNotDueIsBehindWhoOwesLittleThatIs() {
        story.invoice("I1", "C1", "10.00", "2026-01-01", "2026-01-31");
        for (int i = 10; i < 30; i++) {
            story.account("D" + i).invoice("I" + i, "D" + i, "1000.00", "2026-03-01", "2026-07-31");
        }

        assertThat(first("overdue", "2026-03-31")).containsExactly(story.id("C1"), story.id("D10"));
    }

    /** Credit that is not applied takes nothing off what is overdue. */
    @Test
    void whoHasMostOverdueIsFirstWhateverItsCredit() {
        story.invoice("I1", "C1", "500.00", "2026-01-01", "2026-01-31").payment("P1", "C1", "600.00", "2026-02-15");
        for (int i = 10; i < 30; i++) {
            story.account("D" + i).invoice("I" + i, "D" + i, "4" + i + ".00", "2026-01-01", "2026-01-31");
        }

        assertThat(first("overdue", "2026-03-31")).containsExactly(story.id("C1"), story.id("D29"));
    }

    @Test
    void anAccountIsInItsPlaceByItsOldestItemAlone() {
        story.invoice("I1", "C1", "1.00", "2026-01-01", "2026-01-31")
                .invoice("I2", "C1", "1.00", "2026-01-01", "2026-03-31")
                .account("C2")
                .invoice("I3", "C2", "1.00", "2026-01-01", "2026-02-28")
                .account("C3")
                .invoice("I4", "C3", "1.00", "2026-01-01", "2026-04-30")
                .account("C4")
                .payment("P1", "C4", "1.00", "2026-01-01");

        var pages = pages("oldestDueDate", "2026-04-30");

        assertThat(pages).containsExactly(story.id("C1"), story.id("C2"), story.id("C3"), story.id("C4"));
    }

    /** Nobody would notice but by the time it takes. */
    @ParameterizedTest
    @ValueSource(strings = {"overdue", "oldestDueDate"})
    void fewAccountsFillAPage(String sort) {
        for (int i = 10; i < 40; i++) {
            story.account("D" + i).invoice("I" + i, "D" + i, i + ".00", "2026-01-01", "2026-02-" + (i % 10 + 10));
        }
        story.position();
        var sql = new AgedBalanceSql(questions.of(request(sort, "2026-03-31", null), 3));

        assertThat(jdbc.sql(sql.rowsOfFew().orElseThrow())
                .params(sql.parameters())
                .param("limit", 4L)
                .param("afterRank", null, Types.BIGINT)
                .param("afterKey", null, Types.VARCHAR)
                .query()
                .listOfRows()).hasSize(4);
    }

    @Test
    void aPlaceInAnotherOrderIsAPlaceToo() {
        story.invoice("I1", "C1", "90000000.00", "2026-01-01", "2026-01-31")
                .account("C2")
                .invoice("I2", "C2", "80000000.00", "2026-01-01", "2026-02-28")
                .position();
        var byBalance = in("balance", "2026-03-31", null);
        var byDate = in("oldestDueDate", "2026-03-31", null);

        assertThat(in("oldestDueDate", "2026-03-31", byBalance.nextCursor()).rows()).extracting(Row::accountId)
                .containsExactly(story.id("C1"));
        for (var sort : List.of("accountId", "balance", "overdue")) {
            assertThat(in(sort, "2026-03-31", byDate.nextCursor()).totals()).isEqualTo(byDate.totals());
        }
    }

    /** The accounts of the first two rows, each a page of its own. */
    private List<String> first(String sort, String asAt) {
        return pages(sort, asAt).subList(0, 2);
    }

    private List<String> pages(String sort, String asAt) {
        story.position();
        var accounts = new ArrayList<String>();
        String after = null;
        do {
            var page = in(sort, asAt, after);
            accounts.addAll(page.rows().stream().map(Row::accountId).toList());
            after = page.nextCursor();
        } while (after != null);
        return accounts;
    }

    private AgedBalance in(String sort, String asAt, @Nullable String after) {
        return agedBalance.handle(request(sort, asAt, after));
    }

    private AgedBalanceRequest request(String sort, String asAt, @Nullable String after) {
        return new AgedBalanceRequest(story.entity().value(), asAt, null, null, null, null, null, null, null, null,
                sort,
                "1", after);
    }

    private AgedBalance page(@Nullable String after) {
        return agedBalance.handle(new AgedBalanceRequest(story.entity().value(), null, null, null, null, null, null,
                null, null, null, "balance", "3", after));
    }

    private int bucketAfterDays(int days) {
        var buckets = onlyRow(asAt(LocalDate.parse("2026-01-31").plusDays(days).toString())).figures().buckets();
        assertThat(buckets).containsOnlyOnce("1.00");
        return buckets.indexOf("1.00");
    }

    private static Row onlyRow(AgedBalance answer) {
        assertThat(answer.rows()).hasSize(1);
        assertThat(answer.totals()).isEqualTo(answer.rows().getFirst().figures());
        assertThat(answer.control().ties()).isTrue();
        assertThat(answer.control().movements()).isEqualTo(answer.totals().balance());
        return answer.rows().getFirst();
    }

    private AgedBalance asAt(String date) {
        return asKnown(date, story.position());
    }

    private AgedBalance asKnown(String date, Object known) {
        return agedBalance.handle(new AgedBalanceRequest(story.entity().value(), date, known.toString(), null, null,
                null, null, null, null, null, null, null, null));
    }
}
