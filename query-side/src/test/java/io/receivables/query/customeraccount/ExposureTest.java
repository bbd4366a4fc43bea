package io.receivables.query.customeraccount;

import static io.receivables.query.testing.Story.eur;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.account.CreditHoldId;
import io.receivables.events.account.CreditHoldPlaced;
import io.receivables.events.account.CreditHoldReleased;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditLimitRequested;
import io.receivables.events.account.CreditLimitSet;
import io.receivables.events.account.CreditOverrideApproved;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.CreditOverrideRequested;
import io.receivables.events.account.ExposureReported;
import io.receivables.events.account.ReportedExposure;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.ReceivedTransferReversed;
import io.receivables.events.payment.TransferOrigin;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.policy.CreditRules;
import io.receivables.events.policy.PolicyRules;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Exposure, limit and hold of an account at any date, as known on any day. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class ExposureTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void anAccountWithALimit() {
        story = stories.begin().account("C1");
        limit("L1", "1000.00", "2026-01-01", null);
    }

    @Test
    void everyPartCountsFromItsOwnDate() throws Exception {
        report(new ReportedExposure(eur("100.00"), eur("200.00"), eur("50.00"), null), "2026-02-01");
        report(new ReportedExposure(null, null, null, eur("370.00")), "2026-02-10");
        story.invoice("I1", "C1", "950.00", "2026-02-05", "2026-03-07").payment("P1", "C1", "50.00", "2026-02-07");
        long position = story.position();

        exposure("2026-01-31").andExpect(jsonPath("$.exposure.total.amount").value("0.00"))
                .andExpect(jsonPath("$.headroom.amount").value("1000.00"));
        exposure("2026-02-01").andExpect(jsonPath("$.exposure.total.amount").value("300.00"))
                .andExpect(jsonPath("$.exposure.drafts.amount").value("0.00"));
        exposure("2026-02-06").andExpect(jsonPath("$.exposure.total.amount").value("1250.00"))
                .andExpect(jsonPath("$.headroom.amount").value("-250.00"))
                .andExpect(jsonPath("$.onHold").value(true))
                .andExpect(jsonPath("$.holdReasons", contains("OVER_LIMIT")));
        exposure("2026-02-10").andExpect(jsonPath("$.exposure.openReceivables.amount").value("950.00"))
                .andExpect(jsonPath("$.exposure.unapplied.amount").value("50.00"))
                .andExpect(jsonPath("$.exposure.deliveredNotInvoiced.amount").value("100.00"))
                .andExpect(jsonPath("$.exposure.openOrders.amount").value("200.00"))
                .andExpect(jsonPath("$.exposure.secured.amount").value("370.00"))
                .andExpect(jsonPath("$.exposure.total.amount").value("830.00"))
                .andExpect(jsonPath("$.onHold").value(false))
                .andExpect(jsonPath("$.position").value(position));
        account("2026-02-10", "").andExpect(jsonPath("$.exposure.amount").value("830.00"))
                .andExpect(jsonPath("$.creditLimit.amount").value("1000.00"))
                .andExpect(jsonPath("$.onHold").value(false))
                .andExpect(jsonPath("$.balance.amount").value("900.00"));
    }

    @Test
    void aBackdatedFactChangesWhatIsKnownNowAndNothingThatWasKnown() throws Exception {
        story.invoice("I1", "C1", "950.00", "2026-02-05", "2026-03-07");
        long before = story.position();
        limit("L2", "500.00", "2026-02-01", "2026-02-28");
        hold("H1", "2026-02-03");
        story.position();

        account("2026-02-06", "").andExpect(jsonPath("$.creditLimit.amount").value("500.00"))
                .andExpect(jsonPath("$.onHold").value(true));
        account("2026-02-06", "&asKnown=" + before).andExpect(jsonPath("$.creditLimit.amount").value("1000.00"))
                .andExpect(jsonPath("$.onHold").value(false));
        account("2026-02-02", "").andExpect(jsonPath("$.creditLimit.amount").value("500.00"))
                .andExpect(jsonPath("$.onHold").value(false));
        account("2026-03-01", "").andExpect(jsonPath("$.creditLimit.amount").value("1000.00"));
    }

    @Test
    void aHoldStandsFromItsDateToThatOfItsRelease() throws Exception {
        hold("H1", "2026-02-03");
        story.tell(new CreditHoldReleased(story.accountId("C1"), story.entity(), new CreditHoldId(story.id("H1")),
                "reviewed", LocalDate.parse("2026-02-09"))).position();
        exposure("2026-02-02").andExpect(jsonPath("$.onHold").value(false));
        exposure("2026-02-03").andExpect(jsonPath("$.onHold").value(true))
                .andExpect(jsonPath("$.holdReasons", contains("MANUAL")))
                .andExpect(jsonPath("$.manualHolds[0].reason").value("under review"))
                .andExpect(jsonPath("$.manualHolds[0].since").value("2026-02-03"));
        exposure("2026-02-08").andExpect(jsonPath("$.onHold").value(true));
        exposure("2026-02-09").andExpect(jsonPath("$.onHold").value(false));
    }

    @Test
    void thePolicyOfTheDateTellsWhatIsFinalAndWhatIsTooLate() throws Exception {
        policy(1, "2026-01-01", new CreditRules(null, null, null, null, 56, 10, 30));
        policy(2, "2026-05-01", new CreditRules(CreditRules.Mode.WARN, null, null, null, null, null, 30));
        story.invoice("I1", "C1", "100.00", "2026-01-10", "2026-02-09");
        pay("P1", PaymentMethod.DIRECT_DEBIT, "40.00", "2026-02-01", null);
        pay("P2", PaymentMethod.CHEQUE, "7.00", "2026-02-01", "2026-02-03");
        pay("P3", PaymentMethod.CARD, "1.00", "2026-02-01", null);
        story.tell(new PaymentReversed(new PaymentId(story.id("P1")), story.accountId("C1"), story.entity(),
                eur("40.00"), "returned", LocalDate.parse("2026-02-20"))).position();

        exposure("2026-02-12").andExpect(jsonPath("$.exposure.notFinal.amount").value("47.00"))
                .andExpect(jsonPath("$.exposure.total.amount").value("99.00"));
        exposure("2026-02-13").andExpect(jsonPath("$.exposure.notFinal.amount").value("40.00"));
        exposure("2026-02-20").andExpect(jsonPath("$.exposure.notFinal.amount").value("0.00"));
        exposure("2026-03-11").andExpect(jsonPath("$.oldestDaysPastDue").value(30))
                .andExpect(jsonPath("$.onHold").value(false))
                .andExpect(jsonPath("$.policyVersion").value(1));
        exposure("2026-03-12").andExpect(jsonPath("$.onHold").value(true))
                .andExpect(jsonPath("$.holdReasons", contains("OVERDUE")));
        exposure("2026-05-01").andExpect(jsonPath("$.onHold").value(false))
                .andExpect(jsonPath("$.holdReasons", contains("OVERDUE")))
                .andExpect(jsonPath("$.policyVersion").value(2));
    }

    @Test
    void whatWasTransferredIsNotFinalWhereItIs() throws Exception {
        policy(1, "2026-01-01", new CreditRules(null, null, null, null, 56, 10, 30));
        story.account("C2");
        pay("P1", PaymentMethod.CHEQUE, "100.00", "2026-02-01", null);
        var day = LocalDate.parse("2026-02-03");
        var given = new PaymentTransferred(new PaymentId(story.id("P1")), story.accountId("C1"), story.entity(),
                new PaymentId(story.id("P2")), story.accountId("C2"), eur("40.00"), LocalDate.parse("2026-02-01"), null,
                "meant for a sister", day);
        story.tell(new PaymentReceived(given.toPaymentId(), given.toAccountId(), story.entity(), eur("40.00"),
                LocalDate.parse("2026-02-01"), null, PaymentMethod.CHEQUE, null, null,
                new TransferOrigin(given.paymentId(), given.accountId(), day)), given);
        var back = LocalDate.parse("2026-02-05");
        story.tell(new ReceivedTransferReversed(given.toPaymentId(), given.toAccountId(), story.entity(),
                given.paymentId(), eur("40.00"), "wrong", back),
                new PaymentTransferReversed(given.paymentId(), given.accountId(), story.entity(), given.toPaymentId(),
                        given.toAccountId(), eur("40.00"), "wrong", back))
                .position();
        notFinal("C1", "2026-02-02", "100.00");
        notFinal("C2", "2026-02-02", "0.00");
        notFinal("C1", "2026-02-03", "60.00");
        notFinal("C2", "2026-02-03", "40.00");
        notFinal("C1", "2026-02-05", "100.00");
        notFinal("C2", "2026-02-05", "0.00");
    }

    private void notFinal(String account, String asAt, String amount) throws Exception {
        ask("/v1/customer-accounts/" + story.id(account) + "/exposure?asAt=" + asAt)
                .andExpect(jsonPath("$.exposure.notFinal.amount").value(amount));
    }

    @Test
    void whatASecondPersonDecidesIsListed() throws Exception {
        story.tell(new CreditLimitRequested(story.accountId("C1"), story.entity(), new CreditLimitId(story.id("L9")),
                new CreditLimit(eur("9000.00"), LocalDate.parse("2026-02-01"), null), "growth", "asker", eur("1.00"), 1,
                LocalDate.parse("2026-02-01")))
                .tell(new CreditOverrideRequested(story.accountId("C1"), story.entity(),
                        new CreditOverrideId(story.id("O1")), eur("70.00"), LocalDate.parse("2026-03-01"), "season",
                        "asker", eur("0.00"), null, LocalDate.parse("2026-02-02")))
                .position();
        list("PENDING").andExpect(jsonPath("$.items[*].kind", contains("CREDIT_LIMIT", "CREDIT_OVERRIDE")))
                .andExpect(jsonPath("$.items[0].amount.amount").value("9000.00"))
                .andExpect(jsonPath("$.items[0].requestedBy").value("asker"))
                .andExpect(jsonPath("$.items[0].documentId").doesNotExist())
                .andExpect(jsonPath("$.items[1].reason").value("season"));
        story.tell(new CreditOverrideApproved(story.accountId("C1"), story.entity(),
                new CreditOverrideId(story.id("O1")), eur("70.00"), LocalDate.parse("2026-03-01"), "boss",
                LocalDate.parse("2026-02-02"))).position();
        list("PENDING").andExpect(jsonPath("$.items[*].kind", contains("CREDIT_LIMIT")));
        ask("/v1/credit-overrides/" + story.id("O1")).andExpect(jsonPath("$.status").value("APPROVED"))
                .andExpect(jsonPath("$.approvedBy").value("boss"));
        ask("/v1/credit-limits/" + story.id("L9")).andExpect(jsonPath("$.status").value("PENDING"));
        ask("/v1/credit-limits/nothing").andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("CREDIT_LIMIT_NOT_FOUND"));
    }

    private void limit(String id, String amount, String from, @Nullable String to) {
        story.tell(new CreditLimitSet(story.accountId("C1"), story.entity(), new CreditLimitId(story.id(id)),
                new CreditLimit(eur(amount), LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                "contract",
                "asker", null, null, LocalDate.parse(from)));
    }

    private void hold(String id, String date) {
        story.tell(new CreditHoldPlaced(story.accountId("C1"), story.entity(), new CreditHoldId(story.id(id)),
                "under review", "asker", LocalDate.parse(date)));
    }

    private void report(ReportedExposure exposure, String date) {
        story.tell(new ExposureReported(story.accountId("C1"), story.entity(), exposure, LocalDate.parse(date)));
    }

    private void pay(String id, PaymentMethod method, String amount, String received, @Nullable String valueDate) {
        story.tell(new PaymentReceived(new PaymentId(story.id(id)), story.accountId("C1"), story.entity(), eur(amount),
                LocalDate.parse(received), valueDate == null ? null : LocalDate.parse(valueDate), method, null));
    }

    private void policy(int version, String from, CreditRules rules) {
        var zero = Money.of("0.00", "EUR");
        story.tell(new CreditPolicySet(story.entity(), version, LocalDate.parse(from), new ApprovalLimits(zero, zero),
                LocalDate.parse(from),
                new PolicyRules(null, rules, null, null, null, null, null, null, null, null)));
    }

    private ResultActions exposure(String asAt) throws Exception {
        return ask("/v1/customer-accounts/" + story.id("C1") + "/exposure?asAt=" + asAt);
    }

    private ResultActions account(String asAt, String more) throws Exception {
        return ask("/v1/customer-accounts/" + story.id("C1") + "?asAt=" + asAt + more);
    }

    private ResultActions list(String status) throws Exception {
        return ask("/v1/approvals?asAt=2026-02-28&status=" + status + "&legalEntity=" + story.entity());
    }

    private ResultActions ask(String path) throws Exception {
        return http.perform(get(path));
    }
}
