package io.receivables.query.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.events.account.ExposureReported;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.account.ReportedExposure;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.InvoiceMarkedDoubtful;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.money.Percentage;
import io.receivables.events.policy.AllowanceRules;
import io.receivables.events.policy.AllowanceSegment;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.PolicyRules;
import io.receivables.events.policy.RiskClass;
import io.receivables.query.allowance.Allowance.Band;
import io.receivables.query.allowance.Allowance.RatesFrom;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is expected to be lost of a book. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class AllowanceTest {

    private static final List<Percentage> EXAMPLE_12 = rates("0.3", "1.6", "3.6", "6.6", "10.6");

    @Autowired
    private GetAllowance allowance;
    @Autowired
    private Stories stories;

    private Story story;
    private int versions;

    @BeforeEach
    void aBook() {
        story = stories.begin().account("C1");
    }

    @Test
    void anEmptyBookLosesNothing() {
        var answer = asked("2026-03-31");
        assertThat(answer.allowance()).isEqualTo("0.00");
        assertThat(answer.matrices()).isEmpty();
        assertThat(answer.control().ties()).isTrue();
    }

    @Test
    void withoutAnyHistoryARateIsNotKnownAndNotZero() {
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31");
        var answer = asked("2026-03-31");
        assertThat(answer.allowance()).isNull();
        assertThat(answer.reason()).isEqualTo("RATE_NOT_KNOWN");
        assertThat(answer.matrices().getFirst().ratesFrom()).isEqualTo(RatesFrom.OWN_HISTORY);
        assertThat(answer.matrices().getFirst().bands()).extracting(Band::rate).containsOnlyNulls();
        assertThat(answer.matrices().getFirst().bands().get(1).allowance()).as("nothing to lose").isEqualTo("0.00");
    }

    @Test
    void illustrativeExample12() {
        policy(new AllowanceRules(null, null, List.of(new AllowanceSegment(null, null, EXAMPLE_12)), null, null, null,
                "IFRS 9, Illustrative Example 12"));
        story.invoice("I0", "C1", "15000000.00", "2026-03-01", "2026-03-31")
                .invoice("I1", "C1", "7500000.00", "2026-02-01", "2026-03-15")
                .invoice("I2", "C1", "4000000.00", "2026-01-01", "2026-02-10")
                .invoice("I3", "C1", "2500000.00", "2025-12-01", "2026-01-15")
                .invoice("I4", "C1", "1000000.00", "2025-10-01", "2025-11-01");
        var answer = asked("2026-03-31");
        assertThat(answer.matrices().getFirst().bands()).extracting(Band::allowance)
                .containsExactly("45000.00",
                        "120000.00", "144000.00", "165000.00", "106000.00");
        assertThat(answer.allowance()).isEqualTo("580000.00");
        assertThat(answer.policyVersion()).isEqualTo(1);
        assertThat(answer.control().gross()).isEqualTo("30000000.00");
        assertThat(answer.control().ties()).isTrue();
    }

    @Test
    void theLookAheadRaisesEveryRateAndNeverAboveAll() {
        policy(new AllowanceRules(null, null, List.of(new AllowanceSegment(null, null, rates("10", "20", "30", "40",
                "90"))), null, null, Percentage.of("20"), null));
        story.invoice("I0", "C1", "100.00", "2026-03-01", "2026-03-31")
                .invoice("I4", "C1", "100.00", "2025-10-01", "2025-11-01");
        var bands = asked("2026-03-31").matrices().getFirst().bands();
        assertThat(bands).extracting(Band::appliedRate).containsExactly("12", "24", "36", "48", "100");
        assertThat(asked("2026-03-31").allowance()).isEqualTo("112.00");
    }

    @Test
    void taxIsOutByTheShareOfTheInvoice() {
        policy(given("10", "10", "10", "10", "10"));
        taxed("I1", "1000.00", "200.00");
        story.payment("P1", "C1", "600.00", "2026-03-10").allocate("A1", "P1", "I1", "C1", "600.00", "2026-03-10");
        var band = asked("2026-03-31").matrices().getFirst().bands().getFirst();
        assertThat(band.gross()).isEqualTo("600.00");
        assertThat(band.tax()).isEqualTo("100.00");
        assertThat(band.base()).isEqualTo("500.00");
        assertThat(band.allowance()).isEqualTo("50.00");
    }

    @Test
    void whatIsSecuredIsOutInProportion() {
        policy(given("10", "20", "20", "20", "20"));
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .invoice("I2", "C1", "300.00", "2026-02-01", "2026-03-20")
                .tell(new ExposureReported(story.accountId("C1"), story.entity(),
                        new ReportedExposure(null, null, null, Story.eur("100.00")), LocalDate.parse("2026-03-15")));
        var bands = asked("2026-03-31").matrices().getFirst().bands();
        assertThat(bands).extracting(Band::secured).startsWith("25.00", "75.00");
        assertThat(asked("2026-03-31").allowance()).as("75.00 x 10 % + 225.00 x 20 %").isEqualTo("52.50");
        assertThat(asked("2026-03-14").allowance()).as("before it was secured: all is not due").isEqualTo("40.00");
    }

    @Test
    void whatIsDoubtfulHasAPercentOfItsOwnAndIsInNoMatrix() {
        policy(new AllowanceRules(Percentage.of("60"), null, List.of(new AllowanceSegment(null, null, rates("10", "10",
                "10", "10", "10"))), null, null, null, null));
        taxed("I1", "1000.00", "200.00");
        story.invoice("I2", "C1", "50.00", "2026-03-01", "2026-04-30")
                .tell(new InvoiceMarkedDoubtful(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                        new DoubtfulId(story.id("D1")), Story.eur("600.00"), "no answer",
                        LocalDate.parse("2026-03-20")));
        var answer = asked("2026-03-31");
        assertThat(answer.doubtful()).isEqualTo(new Allowance.Specific("600.00", "100.00", "0.00", "500.00", "60",
                "300.00"));
        assertThat(answer.matrices().getFirst().base()).isEqualTo("550.00");
        assertThat(answer.allowance()).isEqualTo("355.00");
        assertThat(answer.control().ties()).isTrue();
    }

    @Test
    void theFirstSegmentThatFitsGivesTheRates() {
        policy(new AllowanceRules(null, null,
                List.of(new AllowanceSegment(ReceivableClass.NON_TRADE, null, rates("50", "50", "50", "50", "50")),
                        new AllowanceSegment(null, RiskClass.HIGH, rates("20", "20", "20", "20", "20")),
                        new AllowanceSegment(null, null, rates("1", "1", "1", "1", "1"))),
                null, null, null, null));
        story.account("C2").account("C3", "EUR", "C3", ReceivableClass.NON_TRADE);
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31")
                .invoice("I2", "C2", "100.00", "2025-10-01", "2025-11-01");
        other("I3", "C3", ReceivableClass.NON_TRADE);
        var answer = asked("2026-03-31");
        assertThat(answer.matrices()).extracting(Allowance.Matrix::policySegment).containsExactly(1, 2, 3);
        assertThat(answer.matrices()).extracting(Allowance.Matrix::allowance).containsExactly("50.00", "20.00", "1.00");
        assertThat(segmented("receivableClass").matrices()).extracting(Allowance.Matrix::receivableClass)
                .containsExactly(ReceivableClass.TRADE, ReceivableClass.TRADE, ReceivableClass.NON_TRADE);
        assertThat(segmented("riskClass").matrices()).extracting(Allowance.Matrix::riskClass)
                .containsExactly(
                        RiskClass.HIGH, RiskClass.NOT_ENOUGH_HISTORY, RiskClass.NOT_ENOUGH_HISTORY);
        assertThat(segmented("riskClass").allowance()).isEqualTo("71.00");
        assertThatThrownBy(() -> segmented("country")).hasMessageContaining("segmentBy is none of");
    }

    /**
     * In January 1,000.00 falls due, of which 400.00 is open at the end of the month (40 %), 200.00 a month later (50 %), 100.00
     * at the end of March (50 %) and 50.00 at the end of April (50 %); in May 20.00 of these is written off and 30.00 paid.
     */
    @Test
    void ownRatesAreTheProductOfMigrationsAndTheLoss() {
        policy(new AllowanceRules(null, null, null, 6, null, null, null));
        story.invoice("I1", "C1", "1000.00", "2025-12-20", "2026-01-20");
        paid("P1", "600.00", "2026-01-25");
        paid("P2", "200.00", "2026-02-25");
        paid("P3", "100.00", "2026-03-25");
        paid("P4", "50.00", "2026-04-25");
        paid("P5", "30.00", "2026-05-20");
        story.tell(new InvoiceWrittenOff(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new WriteOffId(story.id("W1")), List.of(new InstalmentAmount(1, Story.eur("20.00"))), "lost", false,
                List.of(), "clerk-1", null, Story.eur("1000.00"), null, LocalDate.parse("2026-05-25")))
                .invoice("I2", "C1", "1000.00", "2026-05-20", "2026-06-15");
        var matrix = asked("2026-05-31").matrices().getFirst();
        var history = Objects.requireNonNull(matrix.history());
        assertThat(history.from()).isEqualTo(LocalDate.parse("2025-11-30"));
        assertThat(history.migrations()).extracting(Allowance.Migration::rate)
                .containsExactly("40", "50", "50",
                        "50", "40");
        assertThat(matrix.bands()).extracting(Band::rate).containsExactly("2", "5", "10", "20", "40");
        assertThat(asked("2026-05-31").allowance()).isEqualTo("20.00");

        policy(new AllowanceRules(null, null, null, 6, Percentage.of("80"), null, null));
        assertThat(asked("2026-05-31").allowance()).as("twice as much of the last bucket").isEqualTo("40.00");
    }

    @Test
    void theMovementIsOpeningLessUsedPlusCharge() {
        policy(given("10", "10", "10", "10", "10"));
        taxed("I1", "1000.00", "200.00");
        story.tell(new InvoiceWrittenOff(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new WriteOffId(story.id("W1")), List.of(new InstalmentAmount(1, Story.eur("120.00"))), "lost", false,
                List.of(), "clerk-1", null, Story.eur("1000.00"), null, LocalDate.parse("2026-04-10")))
                .invoice("I2", "C1", "500.00", "2026-04-20", "2026-05-20");
        story.position();
        var movement = allowance.handle(new AllowanceRequest(story.entity().value(), "2026-04-30", null, null, null,
                null, "2026-03-31")).movement();
        assertThat(movement).isEqualTo(new Allowance.Movement(LocalDate.parse("2026-03-31"), "100.00", "100.00",
                "140.00", "140.00"));
        assertThatThrownBy(() -> allowance.handle(new AllowanceRequest(story.entity().value(), "2026-04-30", null, null,
                null, null, "2026-04-30"))).hasMessageContaining("is not before");
    }

    @Test
    void whatIsKnownLaterChangesNothingAsKnownBefore() {
        policy(given("10", "10", "10", "10", "10"));
        story.invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31");
        long known = story.position();
        policy(given("20", "20", "20", "20", "20"));
        story.invoice("I2", "C1", "100.00", "2026-03-02", "2026-03-31");
        assertThat(
                allowance.handle(new AllowanceRequest(story.entity().value(), "2026-03-31", Long.toString(known), null,
                        null, null, null)).allowance())
                .isEqualTo("10.00");
        assertThat(asked("2026-03-31").allowance()).isEqualTo("40.00");
    }

    private void paid(String payment, String amount, String date) {
        story.payment(payment, "C1", amount, date)
                .allocate("A-" + payment, payment, "I1", "C1", amount, date);
    }

    private void taxed(String invoice, String net, String tax) {
        var total = Story.eur(net).plus(Story.eur(tax));
        story.tell(new InvoiceIssued(new InvoiceId(story.id(invoice)), story.accountId("C1"), story.entity(),
                "F-" + story.id(invoice), ReceivableClass.TRADE, LocalDate.parse("2026-03-01"), null, total,
                List.of(new InvoiceLine("goods", Story.eur(net), Percentage.of("20"), Story.eur(tax))),
                List.of(new Instalment(1, LocalDate.parse("2026-03-31"), total)), null));
    }

    private void other(String invoice, String account, ReceivableClass receivableClass) {
        story.tell(new InvoiceIssued(new InvoiceId(story.id(invoice)), story.accountId(account), story.entity(),
                "F-" + story.id(invoice), receivableClass, LocalDate.parse("2026-03-01"), null, Story.eur("100.00"),
                List.of(), List.of(new Instalment(1, LocalDate.parse("2026-03-31"), Story.eur("100.00"))), null));
    }

    private static AllowanceRules given(String... rates) {
        return new AllowanceRules(null, null, List.of(new AllowanceSegment(null, null, rates(rates))), null, null, null,
                null);
    }

    private static List<Percentage> rates(String... rates) {
        return Stream.of(rates).map(Percentage::of).toList();
    }

    private void policy(AllowanceRules rules) {
        story.tell(new CreditPolicySet(story.entity(), ++versions, LocalDate.parse("2026-01-01"),
                new ApprovalLimits(Story.eur("0.00"), Story.eur("0.00")), LocalDate.parse("2026-01-01"),
                new PolicyRules(null, null, null, null, null, null, null, null, null, null, null, null, rules, null)));
    }

    private Allowance asked(String asAt) {
        return asked(asAt, null);
    }

    private Allowance segmented(String by) {
        return asked("2026-03-31", by);
    }

    private Allowance asked(String asAt, @Nullable String by) {
        story.position();
        return allowance
                .handle(new AllowanceRequest(story.entity().value(), asAt, null, null, null, by, null));
    }
}
