package io.receivables.query.audit.exceptions;

import static io.receivables.query.testing.Story.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.account.AccountReopened;
import io.receivables.events.account.CreditCheck;
import io.receivables.events.account.CreditOverrideApproved;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.account.CreditOverrideRequested;
import io.receivables.events.account.DunningBlockPlaced;
import io.receivables.events.account.DunningBlockReleased;
import io.receivables.events.account.Exposure;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.approval.ApprovalRefused;
import io.receivables.events.approval.ApprovalSubject;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.period.PeriodReopened;
import io.receivables.events.policy.ApprovalLimits;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.events.refund.RefundApproved;
import io.receivables.events.refund.RefundId;
import io.receivables.events.refund.RefundRequested;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything is recorded today, whatever its business date: that is what makes some of it worth a look. */
@QueryTest
@TestPropertySource(properties = "own.database=exceptions") // some facts stand alone, and what they are about does not
@SuppressWarnings("NullAway.Init") // filled by Spring
class ExceptionsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;
    private LocalDate today;

    @BeforeEach
    void anAccountWithInvoices() {
        today = LocalDate.now(ZoneId.of("Europe/Paris"));
        story = stories.begin().account("C1").account("C2");
        for (var invoice : List.of("I1", "I2", "I3", "I4")) {
            story.invoice(invoice, invoice.equals("I4") ? "C2" : "C1", "500.00", today.toString(), today.toString());
        }
        story.position();
    }

    @ParameterizedTest
    @CsvSource({"'', 400, REQUIRED", "legalEntity=NONE, 404, LEGAL_ENTITY_NOT_FOUND",
            "legalEntity={e}&period=march, 422, DATE_INVALID", "legalEntity={e}&period=2026-13, 422, DATE_INVALID",
            "legalEntity={e}&period=2026-03&from=2026-03-01, 400, PARAMETER_INVALID",
            "legalEntity={e}&from=2026-03-01, 400, REQUIRED",
            "legalEntity={e}&from=2026-03-02&to=2026-03-01, 422, DATE_INVALID",
            "legalEntity={e}&from=2026-03-01&to=soon, 422, DATE_INVALID",
            "legalEntity={e}&kind=ODD, 400, PARAMETER_INVALID", "legalEntity={e}&days=-1, 400, PARAMETER_INVALID",
            "legalEntity={e}&days=3661, 400, PARAMETER_INVALID", "legalEntity={e}&splitDays=x, 400, PARAMETER_INVALID",
            "legalEntity={e}&asKnown=999999999, 422, AS_KNOWN_IN_FUTURE",
            "legalEntity={e}&asKnown=signoff:{e}/2026-03, 422, SIGN_OFF_UNKNOWN",
            "legalEntity={e}&after=x, 422, CURSOR_INVALID", "legalEntity={e}&limit=501, 422, LIMIT_TOO_LARGE"})
    void whatCannotBeAnsweredIsRefused(String parameters, int httpStatus, String code) throws Exception {
        http.perform(get("/v1/audit/exceptions?" + parameters.replace("{e}", story.entity().value())))
                .andExpect(status().is(httpStatus))
                .andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void aMonthOfNothingIsAnEmptyReport() throws Exception {
        var report = ask("period=1999-01&legalEntity=" + story.entity());
        assertThat(report.path("from").asString()).isEqualTo("1999-01-01");
        assertThat(report.path("to").asString()).isEqualTo("1999-01-31");
        assertThat(report.path("totals")).isEmpty();
        assertThat(report.path("items")).isEmpty();
        assertThat(report.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void aRefusedOwnApprovalSaysWhoTriedWhat() throws Exception {
        refused("W1", "claire", ApprovalRefused.Rule.APPROVER_IS_REQUESTER);
        refused("W2", "bruno", ApprovalRefused.Rule.APPROVER_LACKS_AUTHORITY);
        var own = kind(ExceptionKind.OWN_APPROVAL_REFUSED);
        assertThat(own.path("items").size()).isOne();
        var line = own.at("/items/0");
        assertThat(line.path("approvalId").asString()).isEqualTo(story.id("W1"));
        assertThat(line.path("requestedBy").asString()).isEqualTo("claire");
        assertThat(line.at("/amount/amount").asString()).isEqualTo("300.00");
        assertThat(line.path("accountId").asString()).isEqualTo(story.id("C1"));
        assertThat(line.path("event").asString()).isEqualTo("/v1/audit/events/" + line.path("position").asString());
        assertThat(own.at("/totals/0/amounts/0/amount").asString()).isEqualTo("300.00");
        http.perform(get(line.path("event").asString())).andExpect(jsonPath("$.type").value("ApprovalRefused"));
        http.perform(get(line.path("replay").asString())).andExpect(status().isOk());
        assertThat(kind(ExceptionKind.APPROVAL_REFUSED).at("/items/0/approvalId").asString()).isEqualTo(story.id("W2"));
    }

    @Test
    void aRefusedOwnApprovalForAGroupIsOfNoAccount() throws Exception {
        story.tell(new ApprovalRefused(null, story.entity(), ApprovalSubject.CREDIT_GROUP_LIMIT, story.id("L1"), null,
                null, eur("5000.00"), "claire", "claire", ApprovalRefused.Rule.APPROVER_IS_REQUESTER, today,
                new CreditGroupId(story.id("G1")), "k1"));
        var line = kind(ExceptionKind.OWN_APPROVAL_REFUSED).at("/items/0");
        assertThat(line.path("approvalId").asString()).isEqualTo(story.id("L1"));
        assertThat(line.at("/amount/amount").asString()).isEqualTo("5000.00");
        assertThat(line.has("accountId")).isFalse();
        assertThat(line.has("replay")).isFalse();
        http.perform(get(line.path("event").asString())).andExpect(status().isOk());
    }

    @Test
    void anAttemptIsInNoBalance() throws Exception {
        refused("W1", "claire", ApprovalRefused.Rule.APPROVER_IS_REQUESTER);
        story.position();
        http.perform(get("/v1/aged-balance?legalEntity=" + story.entity() + "&asAt=" + today))
                .andExpect(jsonPath("$.totals.balance").value("2000.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
    }

    @Test
    void backdatedFactsHaveTheirEffectAndBoundsAreExact() throws Exception {
        story.invoice("OLD", "C1", "40.00", today.minusDays(6).toString(), today.toString())
                .payment("P1", "C1", "15.00", today.minusDays(5).toString());
        var late = kind(ExceptionKind.BACKDATED, "days=5", "from=" + today.minusDays(1), "to=" + today.plusDays(1));
        // The opening of the accounts, long ago, and the invoice.
        assertThat(types(late)).containsOnlyOnce("InvoiceIssued").doesNotContain("PaymentReceived");
        var invoice = late.path("items")
                .valueStream()
                .filter(it -> it.path("type").asString().equals("InvoiceIssued"))
                .findFirst()
                .orElseThrow();
        assertThat(invoice.path("daysLate").asInt()).isEqualTo(6);
        assertThat(invoice.at("/amount/amount").asString()).isEqualTo("40.00");
        assertThat(types(kind(ExceptionKind.BACKDATED, "days=4"))).contains("PaymentReceived");
        assertThat(types(kind(ExceptionKind.BACKDATED, "days=6"))).doesNotContain("InvoiceIssued");
    }

    @Test
    void whatFallsIntoAClosedMonthIsToldOnce() throws Exception {
        story.bookedOn(today).invoice("OLD", "C1", "40.00", "2026-01-15", "2026-02-15").bookedOn(null);
        var closed = kind(ExceptionKind.IN_CLOSED_PERIOD);
        assertThat(closed.path("items").size()).isOne();
        assertThat(closed.at("/items/0/accountingDate").asString()).isEqualTo(today.toString());
        assertThat(closed.at("/items/0/amount/amount").asString()).isEqualTo("40.00");
        assertThat(types(kind(ExceptionKind.BACKDATED))).doesNotContain("InvoiceIssued");
    }

    @Test
    void whatIsToldToBothDocumentsIsOneException() throws Exception {
        story.payment("P1", "C1", "15.00", today.toString())
                .allocate("A1", "P1", "I1", "C1", "15.00", today.minusDays(6).toString());
        assertThat(types(kind(ExceptionKind.BACKDATED))).containsOnlyOnce("PaymentAllocated")
                .doesNotContain("InvoiceSettledInPart");
        story.bookedOn(today).reverseAllocation("A1", "2026-01-15").bookedOn(null);
        assertThat(types(kind(ExceptionKind.IN_CLOSED_PERIOD))).containsExactly("PaymentAllocationReversed");
    }

    @Test
    void aReversedWriteOffShowsWhoAskedAndWhoAgreed() throws Exception {
        var parts = List.of(new InstalmentAmount(1, eur("300.00")));
        var invoice = new InvoiceId(story.id("I1"));
        var id = new WriteOffId(story.id("W1"));
        story.tell(new WriteOffRequested(invoice, story.accountId("C1"), story.entity(), id, parts, "gone", false,
                List.of(), "claire", eur("100.00"), 1, today))
                .tell(new InvoiceWrittenOff(invoice, story.accountId("C1"), story.entity(), id, parts, "gone", false,
                        List.of(), "claire", "bruno", eur("100.00"), 1, today))
                .tell(new WriteOffReversed(invoice, story.accountId("C1"), story.entity(), id, parts, "found", today));
        var line = kind(ExceptionKind.WRITE_OFF_REVERSED).at("/items/0");
        assertThat(line.path("requestedBy").asString()).isEqualTo("claire");
        assertThat(line.at("/approvedBy/0").asString()).isEqualTo("bruno");
        assertThat(line.at("/amount/amount").asString()).isEqualTo("300.00");
        assertThat(line.path("why").asString()).isEqualTo("found");
        assertThat(line.path("who").asString()).isEqualTo("clerk-1");
        assertThat(kind(ExceptionKind.SPLIT_UNDER_LIMIT).path("items")).as("two people agreed").isEmpty();
    }

    @Test
    void amountsThatTogetherAreAboveTheLimitAreToldOnTheOneThatWentAbove() throws Exception {
        writtenOff("W1", "I1", "60.00", "claire");
        writtenOff("W2", "I2", "40.00", "claire");
        assertThat(kind(ExceptionKind.SPLIT_UNDER_LIMIT).path("items")).as("just the limit").isEmpty();
        writtenOff("W3", "I4", "90.00", "claire");
        writtenOff("W4", "I3", "90.00", "bruno");
        assertThat(kind(ExceptionKind.SPLIT_UNDER_LIMIT).path("items")).as("another account, another person").isEmpty();
        writtenOff("W5", "I3", "0.01", "claire");
        var split = kind(ExceptionKind.SPLIT_UNDER_LIMIT);
        assertThat(split.path("items").size()).isOne();
        var line = split.at("/items/0");
        assertThat(line.path("approvalId").asString()).isEqualTo(story.id("W5"));
        assertThat(line.at("/amount/amount").asString()).isEqualTo("100.01");
        assertThat(line.at("/limit/amount").asString()).isEqualTo("100.00");
        assertThat(line.path("facts").asInt()).isEqualTo(3);
        assertThat(line.path("requestedBy").asString()).isEqualTo("claire");
        assertThat(line.path("approvedBy")).isEmpty();
    }

    @Test
    void refundsAreAddedUpAmongThemselves() throws Exception {
        story.payment("P1", "C1", "300.00", today.toString());
        refunded("R1", "70.00");
        writtenOff("W1", "I1", "60.00", "claire");
        assertThat(kind(ExceptionKind.SPLIT_UNDER_LIMIT).path("items")).isEmpty();
        refunded("R2", "70.00");
        var line = kind(ExceptionKind.SPLIT_UNDER_LIMIT).at("/items/0");
        assertThat(line.path("approvalId").asString()).isEqualTo(story.id("R2"));
        assertThat(line.at("/amount/amount").asString()).isEqualTo("140.00");
    }

    @Test
    void creditIsExceededByPermission() throws Exception {
        var id = new CreditOverrideId(story.id("O1"));
        var zero = eur("0.00");
        story.tell(
                new CreditOverrideRequested(story.accountId("C1"), story.entity(), id, eur("500.00"), today, "season",
                        "claire", eur("100.00"), 1, today))
                .tell(new CreditOverrideApproved(story.accountId("C1"), story.entity(), id, eur("500.00"), today,
                        "bruno", today))
                .tell(new InvoiceIssued(new InvoiceId(story.id("I9")), story.accountId("C1"), story.entity(), "F-I9",
                        ReceivableClass.TRADE, today, null, eur("250.00"), List.of(),
                        List.of(new Instalment(1, today, eur("250.00"))), null, null, null,
                        new CreditCheck(CreditCheck.Outcome.OVERRIDDEN, eur("250.00"),
                                Exposure.of(zero, zero, zero, zero, zero, zero, zero), zero, zero, List.of(), id, 1)));
        for (var kind : List.of(ExceptionKind.CREDIT_OVERRIDE_GIVEN, ExceptionKind.CREDIT_LIMIT_OVERRIDDEN)) {
            var line = kind(kind).at("/items/0");
            assertThat(line.path("requestedBy").asString()).as(kind.name()).isEqualTo("claire");
            assertThat(line.at("/approvedBy/0").asString()).isEqualTo("bruno");
            assertThat(line.path("approvalId").asString()).isEqualTo(story.id("O1"));
        }
        assertThat(kind(ExceptionKind.CREDIT_LIMIT_OVERRIDDEN).at("/totals/0/amounts/0/amount").asString())
                .isEqualTo("250.00");
    }

    @Test
    void whatElseInternalControlsLookAt() throws Exception {
        story.tell(new PeriodReopened(story.entity(), YearMonth.of(2026, 3), 1, "claire", "late", today))
                .tell(new AccountReopened(story.accountId("C1"), story.entity(), "came back", "claire", today))
                .tell(new CreditPolicySet(story.entity(), 1, today, new ApprovalLimits(eur("100.00"), eur("100.00")),
                        today))
                .tell(charge("LC1", false))
                .tell(charge("LC2", true))
                .tell(block("B1", today.plusDays(3)), released("B1"))
                .tell(block("B2", today.minusDays(1)), released("B2"));
        assertThat(types(kind(ExceptionKind.PERIOD_REOPENED))).containsExactly("PeriodReopened");
        assertThat(types(kind(ExceptionKind.ACCOUNT_REOPENED))).containsExactly("AccountReopened");
        assertThat(types(kind(ExceptionKind.POLICY_CHANGED))).contains("CreditPolicySet");
        var charges = kind(ExceptionKind.LATE_CHARGE_REVERSED);
        assertThat(charges.path("items").size()).as("what a run calculates anew is not meant").isOne();
        assertThat(charges.at("/items/0/stream/id").asString()).isEqualTo(story.id("LC1"));
        var blocks = kind(ExceptionKind.HOLD_RELEASED_EARLY);
        assertThat(blocks.path("items").size()).as("the other one had ended by itself").isOne();
    }

    @Test
    void aReportIsReadInPagesAsAFileAndByKindOfFact() throws Exception {
        for (int i = 0; i < 5; i++) {
            refused("W" + i, "claire", ApprovalRefused.Rule.APPROVER_IS_REQUESTER);
        }
        var own = "kind=OWN_APPROVAL_REFUSED&limit=2";
        var first = ask(days() + "&" + own);
        assertThat(first.at("/totals/0/count").asLong()).isEqualTo(5);
        var second = ask(days() + "&" + own + "&after=" + first.path("nextCursor").asString());
        assertThat(second.at("/totals/0/count").asLong()).isEqualTo(5);
        assertThat(second.at("/items/0/approvalId").asString()).isEqualTo(story.id("W2"));
        var file = http.perform(get("/v1/audit/exceptions?" + days() + "&kind=OWN_APPROVAL_REFUSED").accept("text/csv"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file.lines()).hasSize(6).first().asString().contains("kind", "requestedBy", "amount.currency");
        var all = ask(days());
        long sum = all.path("totals").valueStream().mapToLong(it -> it.path("count").asLong()).sum();
        assertThat(all.path("items").size()).isEqualTo((int) sum);
    }

    @Test
    void whatWasReportedOnceIsReportedForEver() throws Exception {
        refused("W1", "claire", ApprovalRefused.Rule.APPROVER_IS_REQUESTER);
        long known = story.position();
        var then = ask(days() + "&asKnown=" + known);
        refused("W2", "claire", ApprovalRefused.Rule.APPROVER_IS_REQUESTER);
        story.invoice("OLD", "C1", "40.00", "2026-01-15", "2026-02-15").position();
        assertThat(ask(days() + "&asKnown=" + known)).isEqualTo(then);
        assertThat(ask(days()).path("items").size()).isEqualTo(then.path("items").size() + 2);
    }

    private void refused(String id, String who, ApprovalRefused.Rule rule) {
        story.tell(new ApprovalRefused(story.accountId("C1"), story.entity(), ApprovalSubject.WRITE_OFF, story.id(id),
                new InvoiceId(story.id("I1")), null, eur("300.00"), "claire", who, rule, today));
    }

    private void writtenOff(String id, String invoice, String amount, String who) {
        story.tell(new InvoiceWrittenOff(new InvoiceId(story.id(invoice)),
                story.accountId(invoice.equals("I4") ? "C2" : "C1"), story.entity(), new WriteOffId(story.id(id)),
                List.of(new InstalmentAmount(1, eur(amount))), "small", false, List.of(), who, null, eur("100.00"), 1,
                today));
    }

    private void refunded(String id, String amount) {
        var refund = new RefundId(story.id(id));
        var source = CreditSource.of(new PaymentId(story.id("P1")));
        story.tell(new RefundRequested(refund, source, story.accountId("C1"), story.entity(), eur(amount), "twice",
                "claire", eur("100.00"), 1, today),
                new RefundApproved(refund, source, story.accountId("C1"), story.entity(), eur(amount), null, today));
    }

    private LateChargeReversed charge(String id, boolean recalculated) {
        return new LateChargeReversed(new ChargeId(story.id(id)), story.accountId("C1"), story.entity(), null,
                ChargeKind.FEE, eur("5.00"), "waived", recalculated, today);
    }

    private DunningBlockPlaced block(String id, LocalDate until) {
        return new DunningBlockPlaced(story.accountId("C1"), story.entity(), new DunningBlockId(story.id(id)),
                "negotiated", "claire", until, today.minusDays(2));
    }

    private DunningBlockReleased released(String id) {
        return new DunningBlockReleased(story.accountId("C1"), story.entity(), new DunningBlockId(story.id(id)), "paid",
                today);
    }

    private static List<String> types(JsonNode report) {
        return report.path("items").valueStream().map(it -> it.path("type").asString()).toList();
    }

    private JsonNode kind(ExceptionKind kind, String... more) throws Exception {
        var range = String.join("&", more).contains("from=") ? "legalEntity=" + story.entity() : days();
        return ask(range + "&kind=" + kind + (more.length == 0 ? "" : "&" + String.join("&", more)));
    }

    /** Enough of them for tests that run over midnight. */
    private String days() {
        return "legalEntity=" + story.entity() + "&from=" + today.minusDays(1) + "&to=" + today.plusDays(1);
    }

    private JsonNode ask(String parameters) throws Exception {
        story.position();
        return JSON.readTree(http.perform(get("/v1/audit/exceptions?" + parameters))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
