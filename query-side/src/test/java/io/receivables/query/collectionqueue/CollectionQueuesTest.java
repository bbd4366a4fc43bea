package io.receivables.query.collectionqueue;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseOutcome;
import io.receivables.events.collectioncase.CaseOwnerAssigned;
import io.receivables.events.collectioncase.CaseOwnerReleased;
import io.receivables.events.collectioncase.CaseSnoozed;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.collectioncase.CaseWoken;
import io.receivables.events.collectioncase.NextActionDone;
import io.receivables.events.collectioncase.NextActionPlanned;
import io.receivables.events.factoring.FactorId;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.LimitationInterrupted;
import io.receivables.events.invoice.LimitationInterruptionId;
import io.receivables.events.invoice.LimitationInterruptionKind;
import io.receivables.events.invoice.LimitationInterruptionVoided;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.policy.AllowanceRules;
import io.receivables.events.policy.AllowanceSegment;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CollectionRules;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.LimitationTerm;
import io.receivables.events.policy.PolicyRules;
import io.receivables.events.policy.RiskClass;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * At 2026-03-15: C1 owes 100.00 since 43 days and 200.00 since 5; C2 1,000.00 since 3 days; C3 50.00 since 4 days and has paid
 * 80.00 that settles nothing; C4 500.00 that is not due. Of 12.00 nobody knows whose they are.
 */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class CollectionQueuesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DAY = "2026-03-15";

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;
    private long before;

    @BeforeEach
    void accountsThatOweAndAreOwed() {
        story = stories.begin()
                .account("C1")
                .account("C2")
                .account("C3")
                .account("C4")
                .invoice("I1", "C1", "100.00", "2026-01-01", "2026-01-31")
                .invoice("I2", "C1", "200.00", "2026-02-08", "2026-03-10")
                .invoice("I3", "C2", "1000.00", "2026-02-10", "2026-03-12")
                .invoice("I4", "C3", "50.00", "2026-02-09", "2026-03-11")
                .payment("P1", "C3", "80.00", "2026-02-20")
                .invoice("I5", "C4", "500.00", "2026-03-01", "2026-04-30")
                .payment("P2", null, "12.00", "2026-03-01");
        before = story.position();
    }

    @Test
    void whatIsNewComesByItsExpectedLoss() throws Exception {
        items("new-overdue", "").andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].accountId").value(story.id("C2")))
                .andExpect(jsonPath("$.items[0].amount.amount").value("1000.00"))
                .andExpect(jsonPath("$.items[0].valueAtRisk.amount").value("16.00"))
                .andExpect(jsonPath("$.items[1].accountId").value(story.id("C1")))
                .andExpect(jsonPath("$.items[1].amount.amount").value("200.00"))
                .andExpect(jsonPath("$.items[1].overdue.amount").value("300.00"))
                // 200.00 x 1.6 % + 100.00 x 3.6 %
                .andExpect(jsonPath("$.items[1].valueAtRisk.amount").value("6.80"))
                .andExpect(jsonPath("$.items[1].reasons[0].code").value("EXPECTED_LOSS"))
                .andExpect(jsonPath("$.items[1].reasons[0].value").value("3.20"))
                .andExpect(jsonPath("$.items[1].reasons[0].text").value(
                        "200.00 EUR 1-30 days past due, of which 1.6 % is expected to be lost: 3.20 EUR"))
                .andExpect(jsonPath("$.items[1].reasons[1].value").value("3.60"))
                .andExpect(jsonPath("$.items[1].reasons[2].code").value("NEWLY_OVERDUE"));
    }

    @ParameterizedTest(name = "{0}: {1} items, {2} and what is left out = {4}")
    @CsvSource({
            "overdue, 2, 1300.00, NOT_DUE 500.00 COVERED_BY_CREDIT 50.00 UNAPPLIED -80.00, 1770.00",
            "new-overdue, 2, 1200.00, NOT_DUE 500.00 OVERDUE_LONGER 100.00 COVERED_BY_CREDIT 50.00 UNAPPLIED -80.00, 1770.00",
            "credit-balances, 1, 30.00, '', 30.00",
            "unidentified-cash, 1, 12.00, '', 12.00"})
    void eachWorklistAddsUp(String queue, int count, String inQueue, String leftOut, String total) throws Exception {
        var found = queue(queue, "");
        assertThat(found.path("items").asInt()).isEqualTo(count);
        assertThat(found.at("/amounts/0/amount").asString()).isEqualTo(inQueue);
        assertThat(found.at("/reconciliation/0/inQueue/amount").asString()).isEqualTo(inQueue);
        assertThat(leftOut(found)).isEqualTo(leftOut);
        assertThat(found.at("/reconciliation/0/total/amount").asString()).isEqualTo(total);
    }

    /** It is still in the aged balance, but the factor asks for it. */
    @Test
    void whatAFactorCollectsIsOnNoWorklistOfOurs() throws Exception {
        story.tell(new ReceivablesFactored(new FactoringId(story.id("F1")), story.accountId("C1"), story.entity(),
                new FactorId("FACTOR"), true, false,
                List.of(new ClaimItem(new InvoiceId(story.id("I1")), 1, eur("100.00"))), null, null, null,
                LocalDate.parse("2026-02-10")),
                new ReceivablesFactored(new FactoringId(story.id("F2")), story.accountId("C2"), story.entity(),
                        new FactorId("FACTOR"), true, false,
                        List.of(new ClaimItem(new InvoiceId(story.id("I3")), 1, eur("1000.00"))), null, null,
                        null, LocalDate.parse("2026-03-01")));
        story.position();
        var overdue = queue("overdue", "");
        assertThat(overdue.at("/reconciliation/0/inQueue/amount").asString()).isEqualTo("200.00");
        assertThat(leftOut(overdue))
                .isEqualTo("NOT_DUE 500.00 COVERED_BY_CREDIT 50.00 FACTORED 1100.00 UNAPPLIED -80.00");
        assertThat(overdue.at("/reconciliation/0/total/amount").asString()).isEqualTo("1770.00");
        items("overdue", "").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].accountId").value(story.id("C1")))
                .andExpect(jsonPath("$.items[0].overdue.amount").value("200.00"))
                .andExpect(jsonPath("$.items[0].balance.amount").value("300.00"))
                .andExpect(jsonPath("$.items[0].oldestDueDate").value("2026-03-10"))
                .andExpect(jsonPath("$.items[0].overdueItems").value(1))
                // 200.00 x 1.6 %
                .andExpect(jsonPath("$.items[0].valueAtRisk.amount").value("3.20"));
        assertThat(leftOut(queue("new-overdue", "")))
                .isEqualTo("NOT_DUE 500.00 COVERED_BY_CREDIT 50.00 FACTORED 1100.00 UNAPPLIED -80.00");
    }

    /** What falls overdue with the factor is no news for us. */
    @Test
    void whatAFactorCollectsEndsNoRest() throws Exception {
        story.tell(new CaseSnoozed(account("C1"), story.entity(), LocalDate.parse("2026-04-30"), "promised", true,
                LocalDate.parse("2026-03-11")));
        story.invoice("I6", "C1", "9.00", "2026-03-01", "2026-03-13");
        factor("F1", "C1", "I6", "9.00", "2026-03-02");
        story.position();
        assertThat(leftOut(queue("overdue", ""))).contains("SNOOZED 300.00", "FACTORED 9.00");
        story.invoice("I7", "C1", "1.00", "2026-03-01", "2026-03-12").position();
        assertThat(leftOut(queue("overdue", ""))).doesNotContain("SNOOZED");
    }

    /** C4 owes 500.00 to the factor and 40.00 to us, and has paid 45.00: of ours nothing is left to collect. */
    @Test
    void creditCoversWhatIsOwedToUsWhateverAFactorCollects() throws Exception {
        factor("F1", "C4", "I5", "500.00", "2026-03-02");
        story.invoice("I6", "C4", "40.00", "2026-02-01", "2026-03-12").payment("P4", "C4", "45.00", "2026-03-10");
        story.position();
        var overdue = queue("overdue", "");
        assertThat(leftOut(overdue)).isEqualTo("NOT_DUE 500.00 COVERED_BY_CREDIT 90.00 UNAPPLIED -125.00");
        assertThat(overdue.at("/reconciliation/0/total/amount").asString()).isEqualTo("1765.00");
    }

    @Test
    void whatAFactorCollectsIsNotOursToClaimInCourt() throws Exception {
        limitation();
        story.invoice("OLD1", "C4", "60.00", "2021-03-01", "2021-04-10")
                .invoice("OLD2", "C4", "70.00", "2021-02-01", "2021-03-03");
        factor("F1", "C4", "OLD1", "60.00", "2026-01-02");
        factor("F2", "C4", "OLD2", "30.00", "2026-01-02");
        story.position();
        items("before-legal-limit", "").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].documentId").value(story.id("OLD2")))
                .andExpect(jsonPath("$.items[0].amount.amount").value("40.00"));
        var near = queue("before-legal-limit", "");
        assertThat(near.path("items").asInt()).isOne();
        assertThat(leftOut(near)).isEqualTo("FURTHER_FROM_LIMIT 1850.00 FACTORED 90.00 UNAPPLIED -80.00");
        assertThat(near.at("/reconciliation/0/total/amount").asString()).isEqualTo("1900.00");
    }

    private void factor(String id, String account, String invoice, String amount, String date) {
        story.tell(new ReceivablesFactored(new FactoringId(story.id(id)), story.accountId(account), story.entity(),
                new FactorId("FACTOR"), true, false,
                List.of(new ClaimItem(new InvoiceId(story.id(invoice)), 1, eur(amount))), null, null, null,
                LocalDate.parse(date)));
    }

    @Test
    void theTotalIsThatOfTheAgedBalance() throws Exception {
        ask("/v1/aged-balance?legalEntity=%s&asAt=%s".formatted(story.entity(), DAY))
                .andExpect(jsonPath("$.totals.balance").value("1770.00"))
                .andExpect(jsonPath("$.unidentified").value("12.00"));
        ask("/v1/credit-balances?legalEntity=%s&asAt=%s".formatted(story.entity(), DAY))
                .andExpect(jsonPath("$.items[0].creditAmount.amount").value("30.00"));
    }

    /** C1 is of medium risk for its 43 days, C5 of high risk. */
    @Test
    void ratesOfThePolicyDecideByAgeAndRisk() throws Exception {
        story.tell(new CreditPolicySet(story.entity(), 1, LocalDate.parse("2026-01-01"),
                new ApprovalLimits(eur("0.00"), eur("0.00")), LocalDate.parse("2026-01-01"),
                new PolicyRules(null, null, null, null, null, null, null, null, null, null, null, null,
                        new AllowanceRules(null, List.of(30), List.of(
                                new AllowanceSegment(null, RiskClass.HIGH, rates("0", "10", "20")),
                                new AllowanceSegment(null, null, rates("0", "5", "10"))), null, null, null, null),
                        null)));
        story.account("C5").invoice("I9", "C5", "10.00", "2025-10-01", "2025-11-01");
        story.position();
        // 200.00 x 5 % + 100.00 x 10 %
        items("new-overdue", "").andExpect(jsonPath("$.items[0].valueAtRisk.amount").value("50.00"))
                .andExpect(jsonPath("$.items[1].valueAtRisk.amount").value("20.00"))
                .andExpect(jsonPath("$.items[1].reasons[1].text").value(
                        "100.00 EUR >30 days past due, of which 10 % is expected to be lost: 10.00 EUR"));
        items("high-risk", "").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].accountId").value(story.id("C5")))
                .andExpect(jsonPath("$.items[0].valueAtRisk.amount").value("2.00"))
                .andExpect(jsonPath("$.items[0].reasons[0].code").value("RISK_CLASS"))
                .andExpect(jsonPath("$.items[0].reasons[0].value").value("HIGH"))
                .andExpect(jsonPath("$.items[0].reasons[0].text").value(
                        "the oldest open item is 134 days past due, more than 90"));
        var high = queue("high-risk", "");
        assertThat(high.at("/amounts/0/amount").asString()).isEqualTo("10.00");
        assertThat(leftOut(high)).isEqualTo("NOT_DUE 500.00 LOWER_RISK 1350.00 UNAPPLIED -80.00");
        assertThat(high.at("/reconciliation/0/total/amount").asString()).isEqualTo("1780.00");
    }

    private static List<Percentage> rates(String... percents) {
        return Stream.of(percents).map(Percentage::of).toList();
    }

    @Test
    void anOwnerFindsWhatIsHis() throws Exception {
        story.tell(new CaseOwnerAssigned(account("C1"), story.entity(), "ann", null, LocalDate.parse(DAY)));
        story.position();
        items("new-overdue", "&owner=ann").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].accountId").value(story.id("C1")))
                .andExpect(jsonPath("$.items[0].owner").value("ann"));
        var mine = queue("new-overdue", "&owner=ann");
        assertThat(mine.at("/amounts/0/amount").asString()).isEqualTo("200.00");
        assertThat(leftOut(mine)).contains("OTHER_OWNER 1000.00");
        assertThat(mine.at("/reconciliation/0/total/amount").asString()).isEqualTo("1770.00");

        items("new-overdue", "&owner=ann&asKnown=" + before).andExpect(jsonPath("$.items.length()").value(0));
        ask("/v1/collection-queues/overdue/items?legalEntity=%s&asAt=2026-03-14&owner=ann".formatted(story.entity()))
                .andExpect(jsonPath("$.items.length()").value(0));

        story.tell(new CaseOwnerReleased(account("C1"), story.entity(), "ann", LocalDate.parse("2026-03-16")));
        story.position();
        items("new-overdue", "&owner=ann").andExpect(jsonPath("$.items.length()").value(1));
        ask("/v1/collection-queues/overdue/items?legalEntity=%s&asAt=2026-03-16&owner=ann".formatted(story.entity()))
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void whatRestsIsLeftOutUntilItsDay() throws Exception {
        story.tell(new CaseSnoozed(account("C2"), story.entity(), LocalDate.parse("2026-03-17"), "promised", true,
                LocalDate.parse("2026-03-14")));
        story.position();
        assertThat(leftOut(queue("new-overdue", ""))).contains("SNOOZED 1000.00");
        items("new-overdue", "").andExpect(jsonPath("$.items.length()").value(1));
        items("new-overdue", "&includeSnoozed=true").andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].snoozedUntil").value("2026-03-17"));
        at("2026-03-16").andExpect(jsonPath("$.items.length()").value(1));
        at("2026-03-17").andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].snoozedUntil").doesNotExist());
        ask("/v1/customer-accounts/%s/collection-case?asAt=2026-03-16".formatted(story.id("C2")))
                .andExpect(jsonPath("$.snooze.until").value("2026-03-17"));
        ask("/v1/customer-accounts/%s/collection-case?asAt=2026-03-17".formatted(story.id("C2")))
                .andExpect(jsonPath("$.snooze").doesNotExist());
    }

    @ParameterizedTest(name = "wakes on news: {0}")
    @CsvSource({"true, 2", "false, 1"})
    void anotherItemThatFallsOverdueEndsTheRestIfWanted(boolean wakes, int listed) throws Exception {
        story.tell(new CaseSnoozed(account("C2"), story.entity(), LocalDate.parse("2026-04-30"), "promised", wakes,
                LocalDate.parse("2026-03-14")));
        story.invoice("I6", "C2", "1.00", "2026-03-01", "2026-03-14");
        story.position();
        items("new-overdue", "").andExpect(jsonPath("$.items.length()").value(listed));
    }

    @Test
    void whoBrokeAPromiseIsListedUntilAnotherIsMade() throws Exception {
        promise("PR1", "2026-03-01", "2026-03-10");
        judged("PR1", PromiseOutcome.BROKEN, "2026-03-11");
        long broken = story.position();
        items("broken-promises", "").andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].accountId").value(story.id("C1")))
                .andExpect(jsonPath("$.items[0].amount.amount").value("300.00"))
                .andExpect(jsonPath("$.items[0].reasons[0].code").value("BROKEN_PROMISE"))
                .andExpect(jsonPath("$.items[0].reasons[0].value").value("2026-03-11"));
        var found = queue("broken-promises", "");
        assertThat(leftOut(found)).isEqualTo("NOT_DUE 500.00 NO_BROKEN_PROMISE 1050.00 UNAPPLIED -80.00");
        assertThat(found.at("/reconciliation/0/total/amount").asString()).isEqualTo("1770.00");
        ask("/v1/collection-queues/broken-promises/items?legalEntity=%s&asAt=2026-03-10".formatted(story.entity()))
                .andExpect(jsonPath("$.items.length()").value(0));

        promise("PR2", "2026-03-12", "2026-03-20");
        story.position();
        items("broken-promises", "").andExpect(jsonPath("$.items.length()").value(0));
        items("broken-promises", "&asKnown=" + broken).andExpect(jsonPath("$.items.length()").value(1));
        // Money of then is recorded: it was kept after all.
        judged("PR1", PromiseOutcome.KEPT, "2026-03-10");
        judged("PR2", PromiseOutcome.BROKEN, "2026-03-14");
        story.position();
        items("broken-promises", "").andExpect(jsonPath("$.items[0].reasons[0].value").value("2026-03-14"));
    }

    @Test
    void aBrokenPromiseEndsARest() throws Exception {
        promise("PR1", "2026-03-01", "2026-03-14");
        story.tell(new CaseSnoozed(account("C1"), story.entity(), LocalDate.parse("2026-04-30"), "promised", true,
                LocalDate.parse("2026-03-12")));
        story.position();
        items("overdue", "").andExpect(jsonPath("$.items.length()").value(1));
        judged("PR1", PromiseOutcome.BROKEN, "2026-03-15");
        story.position();
        items("overdue", "").andExpect(jsonPath("$.items.length()").value(2));
    }

    @Test
    void openDisputesComeByTheirDeadlineAndNeverExceedWhatIsOpen() throws Exception {
        dispute("D1", "I3", "C2", "600.00", null, "2026-03-20");
        dispute("D2", "I3", "C2", "700.00", "dora", "2026-03-10");
        dispute("D3", "I1", "C1", "30.00", null, "2026-03-18");
        story.tell(new DisputeReassigned(new InvoiceId(story.id("I1")), story.accountId("C1"), story.entity(),
                new DisputeId(story.id("D3")), "dora", LocalDate.parse("2026-03-25"), "busy", LocalDate.parse(DAY)));
        story.position();
        items("disputes-to-answer", "").andExpect(jsonPath("$.items.length()").value(3))
                .andExpect(jsonPath("$.items[0].disputeId").value(story.id("D2")))
                .andExpect(jsonPath("$.items[0].documentId").value(story.id("I3")))
                .andExpect(jsonPath("$.items[0].accountId").value(story.id("C2")))
                .andExpect(jsonPath("$.items[0].owner").value("dora"))
                .andExpect(jsonPath("$.items[0].amount.amount").value("400.00"))
                .andExpect(jsonPath("$.items[0].reasons[0].text").value("the answer is 5 days late"))
                .andExpect(jsonPath("$.items[1].disputeId").value(story.id("D1")))
                .andExpect(jsonPath("$.items[1].amount.amount").value("600.00"))
                .andExpect(jsonPath("$.items[2].nextAction.dueDate").value("2026-03-25"));
        var mine = queue("disputes-to-answer", "&owner=dora");
        assertThat(mine.at("/amounts/0/amount").asString()).isEqualTo("430.00");
        assertThat(leftOut(mine)).isEqualTo("OTHER_OWNER 600.00");
        assertThat(mine.at("/reconciliation/0/total/amount").asString()).isEqualTo("1030.00");

        story.tell(new DisputeResolved(new InvoiceId(story.id("I3")), story.accountId("C2"), story.entity(),
                new DisputeId(story.id("D2")), eur("700.00"), DisputeOutcome.REJECTED, "no", null,
                LocalDate.parse(DAY)));
        story.position();
        items("disputes-to-answer", "").andExpect(jsonPath("$.items.length()").value(2));
        ask("/v1/collection-queues/disputes-to-answer/items?legalEntity=%s&asAt=2026-03-14".formatted(story.entity()))
                .andExpect(jsonPath("$.items.length()").value(3));
    }

    @Test
    void whatCanSoonNotBeClaimedInCourtComesByItsLastDay() throws Exception {
        limitation();
        story.invoice("OLD1", "C4", "60.00", "2021-03-01", "2021-04-10")
                .invoice("OLD2", "C4", "70.00", "2021-02-01", "2021-03-03")
                .invoice("OLD3", "C4", "80.00", "2021-02-01", "2021-03-10")
                .invoice("OLD4", "C4", "90.00", "2021-04-01", "2021-04-20");
        interrupt("OLD3", 1, "2022-01-01");
        long interrupted = story.position();
        // 2026-03-03 has passed, 2026-04-10 comes in 26 days, 2026-04-20 in 36.
        items("before-legal-limit", "").andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].documentId").value(story.id("OLD2")))
                .andExpect(jsonPath("$.items[0].instalment").value(1))
                .andExpect(jsonPath("$.items[0].reasons[0].value").value("-12"))
                .andExpect(jsonPath("$.items[1].documentId").value(story.id("OLD1")))
                .andExpect(jsonPath("$.items[1].valueAtRisk.amount").value("60.00"))
                .andExpect(jsonPath("$.items[1].reasons[0].text").value(
                        "it can be claimed in court until 2026-04-10, for 26 more days"));
        var near = queue("before-legal-limit", "");
        assertThat(near.at("/amounts/0/amount").asString()).isEqualTo("130.00");
        assertThat(leftOut(near)).isEqualTo("FURTHER_FROM_LIMIT 2020.00 UNAPPLIED -80.00");
        assertThat(near.at("/reconciliation/0/total/amount").asString()).isEqualTo("2070.00");

        interrupt("OLD3", -1, "2022-06-01");
        story.position();
        items("before-legal-limit", "").andExpect(jsonPath("$.items.length()").value(3));
        items("before-legal-limit", "&asKnown=" + interrupted).andExpect(jsonPath("$.items.length()").value(2));

        // Its last day is 2029-02-28, and this is 30 days before.
        story.invoice("LEAP", "C4", "5.00", "2024-02-01", "2024-02-29").position();
        ask("/v1/collection-queues/before-legal-limit/items?legalEntity=%s&asAt=2029-01-29".formatted(story.entity()))
                .andExpect(jsonPath("$.items[*].documentId").value(Matchers.hasItem(story.id("LEAP"))));
    }

    private void limitation() {
        story.tell(new CreditPolicySet(story.entity(), 1, LocalDate.parse("2020-01-01"),
                new ApprovalLimits(eur("0.00"), eur("0.00")), LocalDate.parse("2020-01-01"),
                new PolicyRules(null, null, null, null, null, null, null, null, null, null, null,
                        new CollectionRules(30, List.of(new LimitationTerm(null, 5, 10, "C. com. L110-4")), null), null,
                        null)));
    }

    /** @param step 1 starts the limitation anew, -1 takes that back */
    private void interrupt(String invoice, int step, String date) {
        var id = new InvoiceId(story.id(invoice));
        var interruption = new LimitationInterruptionId(story.id("L" + invoice));
        story.tell(step > 0
                ? new LimitationInterrupted(id, story.accountId("C4"), story.entity(), interruption,
                        LimitationInterruptionKind.values()[0], List.of(1), null, "acknowledged", LocalDate.parse(date))
                : new LimitationInterruptionVoided(id, story.accountId("C4"), story.entity(), interruption, List.of(1),
                        "mistake", LocalDate.parse(date)));
    }

    private void promise(String id, String made, String until) {
        story.tell(new PromiseMade(story.accountId("C1"), story.entity(), new PromiseId(story.id(id)), eur("300.00"),
                LocalDate.parse(until), 0, List.of(), null, null, null, LocalDate.parse(made)));
    }

    private void judged(String id, PromiseOutcome outcome, String date) {
        story.tell(new PromiseJudged(story.accountId("C1"), story.entity(), new PromiseId(story.id(id)), outcome,
                eur("0.00"), List.of(), LocalDate.parse(date)));
    }

    private void dispute(String id, String invoice, String account, String amount, @Nullable String owner,
            String deadline) {
        story.tell(new DisputeRaised(new InvoiceId(story.id(invoice)), story.accountId(account), story.entity(),
                new DisputeId(story.id(id)), eur(amount), null, DisputeCategory.values()[0], "wrong price", owner,
                LocalDate.parse(deadline), null, LocalDate.parse("2026-03-13")));
    }

    @Test
    void whatIsWokenDoesNotRest() throws Exception {
        story.tell(new CaseSnoozed(account("C2"), story.entity(), LocalDate.parse("2026-04-30"), "promised", true,
                LocalDate.parse("2026-03-14")));
        story.tell(new CaseWoken(account("C2"), story.entity(), LocalDate.parse("2026-04-30"), LocalDate.parse(DAY)));
        story.position();
        items("new-overdue", "").andExpect(jsonPath("$.items.length()").value(2));
        at("2026-03-14").andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void theNextActionIsShown() throws Exception {
        story.tell(
                new NextActionPlanned(account("C2"), story.entity(), "a1", "call again", LocalDate.parse("2026-03-18"),
                        LocalDate.parse("2026-03-13")));
        story.position();
        items("new-overdue", "").andExpect(jsonPath("$.items[0].nextAction.what").value("call again"))
                .andExpect(jsonPath("$.items[0].nextAction.dueDate").value("2026-03-18"));
        story.tell(new NextActionDone(account("C2"), story.entity(), "a1", null, LocalDate.parse(DAY)));
        story.position();
        items("new-overdue", "").andExpect(jsonPath("$.items[0].nextAction").doesNotExist());
    }

    @Test
    void anUnidentifiedPaymentHasAnOwnerToo() throws Exception {
        var payment = CaseSubject.of(new PaymentId(story.id("P2")));
        story.tell(new CaseOwnerAssigned(payment, story.entity(), "carl", null, LocalDate.parse("2026-03-02")));
        story.position();
        items("unidentified-cash", "&owner=carl").andExpect(jsonPath("$.items[0].documentId").value(story.id("P2")))
                .andExpect(jsonPath("$.items[0].documentType").value("PAYMENT"))
                .andExpect(jsonPath("$.items[0].owner").value("carl"))
                .andExpect(jsonPath("$.items[0].reasons[1].value").value("14"))
                .andExpect(jsonPath("$.items[0].accountId").doesNotExist());
        items("unidentified-cash", "&owner=ann").andExpect(jsonPath("$.items.length()").value(0));
        ask("/v1/payments/%s/collection-case?asAt=%s".formatted(story.id("P2"), DAY))
                .andExpect(jsonPath("$.owner").value("carl"));
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        var first = JSON.readTree(items("overdue", "&limit=1").andReturn().getResponse().getContentAsString());
        assertThat(first.at("/items/0/rank").asInt()).isEqualTo(1);
        var second = JSON.readTree(items("overdue", "&limit=1&after=" + first.path("nextCursor").asString())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(second.at("/items/0/rank").asInt()).isEqualTo(2);
        assertThat(second.at("/items/0/accountId").asString()).isNotEqualTo(first.at("/items/0/accountId").asString());
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"&days=0, PARAMETER_INVALID", "&days=91, PARAMETER_INVALID", "&days=x, PARAMETER_INVALID",
            "&mine=perhaps, PARAMETER_INVALID", "&currency=EURO, CURRENCY_UNKNOWN",
            "&receivableClass=LOAN, PARAMETER_INVALID", "&asKnown=999999999999, AS_KNOWN_IN_FUTURE"})
    void whatCannotBeAnsweredIsRefused(String parameters, String code) throws Exception {
        items("new-overdue", parameters).andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void titlesAreInTheLanguageOfTheReader() throws Exception {
        http.perform(get("/v1/collection-queues?legalEntity=" + story.entity()).header("Accept-Language", "fr"))
                .andExpect(jsonPath("$.items[1].title").value("Nouveaux retards"));
        http.perform(get("/v1/collection-queues?legalEntity=" + story.entity()).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.items[1].title").value("Newly overdue"));
    }

    private CaseSubject account(String id) {
        return CaseSubject.of(story.accountId(id));
    }

    private ResultActions items(String queue, String more) throws Exception {
        return ask("/v1/collection-queues/%s/items?legalEntity=%s&asAt=%s%s".formatted(queue, story.entity(), DAY,
                more));
    }

    private ResultActions at(String day) throws Exception {
        return ask("/v1/collection-queues/new-overdue/items?legalEntity=%s&asAt=%s".formatted(story.entity(), day));
    }

    private JsonNode queue(String queue, String more) throws Exception {
        var answer = ask("/v1/collection-queues?legalEntity=%s&asAt=%s%s".formatted(story.entity(), DAY, more));
        for (var one : JSON.readTree(answer.andReturn().getResponse().getContentAsString()).path("items")) {
            if (one.path("queue").asString().equals(queue)) {
                return one;
            }
        }
        throw new AssertionError("no " + queue);
    }

    private static String leftOut(JsonNode queue) {
        List<String> parts = new ArrayList<>();
        queue.at("/reconciliation/0/notInQueue")
                .forEach(
                        left -> parts.add(left.path("reason").asString() + " " + left.at("/amount/amount").asString()));
        return String.join(" ", parts);
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path));
    }
}
