package io.receivables.query;

import static io.receivables.query.testing.Story.eur;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanCancelled;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import io.receivables.events.account.PlanRules;
import io.receivables.events.account.PromiseCash;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseOutcome;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.DisputeCategory;
import io.receivables.events.invoice.DisputeId;
import io.receivables.events.invoice.DisputeOutcome;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.policy.BreachEffect;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Disputes, promises and payment plans, at any date and as known on any day. */
@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class AgreementsTest {

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;

    private Story story;

    @BeforeEach
    void anInvoiceOfTwoInstalments() {
        story = stories.begin()
                .account("C1")
                .invoice("I1", "C1", "2026-01-01", new Instalment(1, day("2026-01-31"), eur("100.00")),
                        new Instalment(2, day("2026-02-28"), eur("200.00")));
    }

    @Test
    void aDisputeIsInEveryFigureAndNoMoreThanIsOpen() throws Exception {
        long before = story.position();
        raise("D1", "150.00", null, "2026-02-01");
        long raised = story.position();
        story.payment("P1", "C1", "220.00", "2026-02-10")
                .allocate("A1", "P1", "I1", "C1", "2026-02-10",
                        part(1, "100.00"), part(2, "120.00"));

        disputed("2026-02-05", "150.00");
        disputed("2026-01-31", "0.00");
        disputed("2026-02-10", "80.00");
        ask("/v1/customer-accounts/" + story.id("C1") + "?asAt=2026-02-10&asKnown=" + before)
                .andExpect(jsonPath("$.disputed.amount").value("0.00"));
        ask("/v1/customer-accounts/" + story.id("C1") + "?asAt=2026-02-10&asKnown=" + raised)
                .andExpect(jsonPath("$.disputed.amount").value("150.00"));
    }

    /** Peers drop what is disputed from the total, or age it apart; ours stays where it is. */
    @Test
    void aDisputeDoesNotVanishFromTheTotal() throws Exception {
        raise("D1", "150.00", null, "2026-02-01");
        story.position();
        ask("/v1/aged-balance?legalEntity=" + story.entity() + "&asAt=2026-02-05")
                .andExpect(jsonPath("$.totals.balance").value("300.00"))
                .andExpect(jsonPath("$.totals.notDue").value("200.00"))
                .andExpect(jsonPath("$.totals.buckets[0]").value("100.00"))
                .andExpect(jsonPath("$.totals.disputed").value("150.00"))
                .andExpect(jsonPath("$.rows[0].disputed").value("150.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        http.perform(get("/v1/aged-balance?legalEntity=" + story.entity() + "&asAt=2026-02-05&groupBy=customer")
                .accept("application/json"))
                .andExpect(jsonPath("$.rows[0].disputed").value("150.00"));
        http.perform(get("/v1/aged-balance?legalEntity=" + story.entity() + "&asAt=2026-02-05").accept("text/csv"))
                .andExpect(content().string(containsString("150.00")));
    }

    @Test
    void anOpenItemShowsItsPartTheOldestFirstUnlessTheDisputeNamesOne() throws Exception {
        raise("D1", "150.00", null, "2026-02-01");
        story.position();
        openItems("2026-02-05").andExpect(jsonPath("$.items[0].amountDisputed.amount").value("100.00"))
                .andExpect(jsonPath("$.items[1].amountDisputed.amount").value("50.00"));
        raise("D2", "20.00", 2, "2026-02-02");
        story.position();
        openItems("2026-02-05").andExpect(jsonPath("$.items[0].amountDisputed.amount").value("100.00"))
                .andExpect(jsonPath("$.items[1].amountDisputed.amount").value("70.00"));
        openItems("2026-02-01").andExpect(jsonPath("$.items[1].amountDisputed.amount").value("50.00"));
    }

    @Test
    void disputesAreListedByStatusOwnerAndLateness() throws Exception {
        raise("D1", "10.00", null, "2026-02-01");
        raise("D2", "20.00", null, "2026-02-02");
        story.tell(new DisputeReassigned(invoice(), story.accountId("C1"), story.entity(), dispute("D2"), "logistics",
                day("2026-02-20"), "carrier", day("2026-02-05")));
        long open = story.position();
        story.tell(new DisputeResolved(invoice(), story.accountId("C1"), story.entity(), dispute("D1"), eur("10.00"),
                DisputeOutcome.REJECTED, "no", null, day("2026-03-10")));
        story.position();

        disputes("status=OPEN&asAt=2026-03-15").andExpect(jsonPath("$.items[*].disputeId").value(contains(
                story.id("D2"))));
        disputes("status=OPEN&asAt=2026-03-15&asKnown=" + open).andExpect(jsonPath("$.items", hasSize(2)));
        disputes("status=RESOLVED&asAt=2026-03-15")
                .andExpect(jsonPath("$.items[0].disputeId").value(story.id("D1")))
                .andExpect(jsonPath("$.items[0].outcome").value("REJECTED"))
                .andExpect(jsonPath("$.items[0].daysInDispute").value(37))
                .andExpect(jsonPath("$.items[0].answerLate").value(true));
        disputes("owner=logistics&asAt=2026-03-01").andExpect(jsonPath("$.items", hasSize(1)));
        disputes("owner=logistics&asAt=2026-02-04").andExpect(jsonPath("$.items", hasSize(0)));
        disputes("overdue=true&asAt=2026-02-21").andExpect(jsonPath("$.items[*].disputeId").value(contains(
                story.id("D2"))));
        disputes("overdue=true&asAt=2026-02-20").andExpect(jsonPath("$.items", hasSize(0)));
        disputes("limit=1&asAt=2026-03-01").andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.nextCursor").isNotEmpty());
        ask("/v1/disputes?status=WRONG").andExpect(status().isBadRequest());
        ask("/v1/disputes/" + story.id("D1") + "?asAt=2026-01-31").andExpect(status().isNotFound());
        ask("/v1/disputes/nothing").andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("DISPUTE_NOT_FOUND"));
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-03-15").andExpect(jsonPath("$.disputes", hasSize(2)));
    }

    @Test
    void aPromiseIsBrokenAsKnownBeforeAndKeptAsKnownNow() throws Exception {
        story.tell(new PromiseMade(story.accountId("C1"), story.entity(), promise("PR1"), eur("100.00"),
                day("2026-02-10"), 2, List.of(invoice()), null, null, null, day("2026-02-01")));
        long made = story.position();
        judge(PromiseOutcome.BROKEN, "0.00", "2026-02-13");
        long broken = story.position();
        judge(PromiseOutcome.KEPT, "100.00", "2026-02-09");
        story.position();

        promiseAt("2026-02-20", broken, "BROKEN");
        promiseAt("2026-02-12", broken, "OPEN");
        promiseAt("2026-02-20", null, "KEPT");
        promiseAt("2026-02-20", made, "OPEN");
        promiseAt("2026-02-08", null, "OPEN");
        ask("/v1/promises/" + story.id("PR1") + "?asAt=2026-01-31").andExpect(status().isNotFound());
        ask("/v1/promises?status=BROKEN&asAt=2026-02-20&legalEntity=" + story.entity() + "&asKnown=" + broken)
                .andExpect(jsonPath("$.items", hasSize(1)));
        ask("/v1/promises?status=BROKEN&asAt=2026-02-20&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items", hasSize(0)));
        ask("/v1/customer-accounts/" + story.id("C1") + "/promises?asAt=2026-02-20")
                .andExpect(jsonPath("$.shareKept").value("100.00"))
                .andExpect(jsonPath("$.items[0].cash.amount").value("100.00"))
                .andExpect(jsonPath("$.items[0].counted[0].date").value("2026-02-09"));
        ask("/v1/customer-accounts/" + story.id("C1") + "/promises?asAt=2026-02-20&asKnown=" + broken)
                .andExpect(jsonPath("$.shareKept").value("0.00"));
        ask("/v1/customer-accounts/" + story.id("C1") + "/promises?asAt=2026-02-08")
                .andExpect(jsonPath("$.shareKept").doesNotExist());
    }

    /** Peers move the due dates to those of the plan, and the past with them. */
    @Test
    void aPlanDoesNotRewriteDueDatesInThePast() throws Exception {
        long before = story.position();
        plan();
        story.position();
        aged("2026-03-15", "dueDate").andExpect(jsonPath("$.totals.notDue").value("0.00"))
                .andExpect(jsonPath("$.totals.buckets[0]").value("200.00"))
                .andExpect(jsonPath("$.totals.buckets[1]").value("100.00"));
        openItems("2026-03-15").andExpect(jsonPath("$.items[0].dueDate").value("2026-01-31"))
                .andExpect(jsonPath("$.items[0].daysPastDue").value(43))
                .andExpect(jsonPath("$.items[0].planDueDate").value("2026-04-01"))
                .andExpect(jsonPath("$.items[0].planDaysPastDue").value(0));
        openItems("2026-03-02").andExpect(jsonPath("$.items[0].planDueDate").doesNotExist());
        ask("/v1/customer-accounts/" + story.id("C1") + "/open-items?asAt=2026-03-15&asKnown=" + before)
                .andExpect(jsonPath("$.items[0].planDueDate").doesNotExist());
        ask("/v1/invoices/" + story.id("I1") + "?asAt=2026-03-15")
                .andExpect(jsonPath("$.instalments[0].dueDate").value("2026-01-31"));
    }

    @Test
    void ageingByPlanHasTheSameTotalsInOtherBuckets() throws Exception {
        plan();
        story.position();
        aged("2026-03-15", "plan").andExpect(jsonPath("$.basis").value("plan"))
                .andExpect(jsonPath("$.totals.notDue").value("300.00"))
                .andExpect(jsonPath("$.totals.buckets[0]").value("0.00"))
                .andExpect(jsonPath("$.totals.balance").value("300.00"))
                .andExpect(jsonPath("$.rows[0].notDue").value("300.00"))
                .andExpect(jsonPath("$.control.ties").value(true));
        // The first rate is past due on the day after it, and what is paid fills it first.
        aged("2026-04-02", "plan").andExpect(jsonPath("$.totals.notDue").value("150.00"))
                .andExpect(jsonPath("$.totals.buckets[0]").value("150.00"));
        story.payment("P1", "C1", "120.00", "2026-04-01")
                .allocate("A1", "P1", "I1", "C1", "2026-04-01",
                        part(2, "120.00"));
        story.position();
        aged("2026-04-02", "plan").andExpect(jsonPath("$.totals.notDue").value("150.00"))
                .andExpect(jsonPath("$.totals.buckets[0]").value("30.00"))
                .andExpect(jsonPath("$.totals.balance").value("180.00"));
        // By contract instalment 1 is 61 days past due, instalment 2 is 33.
        aged("2026-04-02", "dueDate").andExpect(jsonPath("$.totals.buckets[2]").value("100.00"))
                .andExpect(jsonPath("$.totals.buckets[1]").value("80.00"));
    }

    @Test
    void aPlanThatHasEndedAgesByContractAgain() throws Exception {
        plan();
        story.tell(new PaymentPlanBreached(story.accountId("C1"), story.entity(), planId(), 1, day("2026-04-01"),
                eur("150.00"), day("2026-04-07")));
        long breached = story.position();
        story.tell(new PaymentPlanCancelled(story.accountId("C1"), story.entity(), planId(), "sold",
                day("2026-04-20")));
        story.position();

        planAt("2026-03-02", "PROPOSED");
        planAt("2026-03-05", "IN_FORCE");
        planAt("2026-04-07", "BREACHED");
        planAt("2026-04-20", "CANCELLED");
        ask("/v1/payment-plans?status=BREACHED&asAt=2026-04-30&asKnown=" + breached + "&legalEntity=" + story.entity())
                .andExpect(jsonPath("$.items[0].missing.amount").value("150.00"))
                .andExpect(jsonPath("$.items[0].breachedRate").value(1));
        aged("2026-04-30", "plan").andExpect(jsonPath("$.totals.buckets[1]").value("0.00"))
                .andExpect(jsonPath("$.totals.buckets[2]").value("300.00"));
        ask("/v1/payment-plans/nothing").andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("PAYMENT_PLAN_NOT_FOUND"));
        ask("/v1/customer-accounts/" + story.id("C1") + "/payment-plans").andExpect(jsonPath("$.items", hasSize(1)));
    }

    private void plan() {
        story.tell(new PaymentPlanProposed(story.accountId("C1"), story.entity(), planId(),
                List.of(new PlanItem(invoice(), 1, day("2026-01-31"), eur("100.00")),
                        new PlanItem(invoice(), 2, day("2026-02-28"), eur("200.00"))),
                List.of(new PlanRate(day("2026-04-01"), eur("150.00")),
                        new PlanRate(day("2026-05-01"), eur("150.00"))),
                "seasonal trade", day("2026-03-01")))
                .tell(new PaymentPlanAccepted(story.accountId("C1"), story.entity(), planId(), "signed",
                        new PlanRules(5, eur("0.00"), BreachEffect.REMINDER, 8, null), day("2026-03-05")));
    }

    private void raise(String id, String amount, @Nullable Integer instalment, String date) {
        story.tell(new DisputeRaised(invoice(), story.accountId("C1"), story.entity(), dispute(id), eur(amount),
                instalment, DisputeCategory.QUALITY, "wet pallets", null, day(date).plusDays(30), null, day(date)));
    }

    private void judge(PromiseOutcome outcome, String cash, String date) {
        story.tell(new PromiseJudged(story.accountId("C1"), story.entity(), promise("PR1"), outcome, eur(cash),
                outcome == PromiseOutcome.KEPT
                        ? List.of(new PromiseCash(new PaymentId(story.id("P9")), day("2026-02-09"), eur(cash)))
                        : List.of(),
                day(date)));
    }

    private void promiseAt(String date, @Nullable Long known, String expected) throws Exception {
        ask("/v1/promises/" + story.id("PR1") + "?asAt=" + date + (known == null ? "" : "&asKnown=" + known))
                .andExpect(jsonPath("$.status").value(expected));
    }

    private void planAt(String date, String expected) throws Exception {
        ask("/v1/payment-plans/" + story.id("PL1") + "?asAt=" + date).andExpect(jsonPath("$.status").value(expected));
    }

    private void disputed(String date, String expected) throws Exception {
        ask("/v1/customer-accounts/" + story.id("C1") + "?asAt=" + date)
                .andExpect(jsonPath("$.disputed.amount").value(expected));
        ask("/v1/invoices/" + story.id("I1") + "?asAt=" + date)
                .andExpect(jsonPath("$.amountDisputed.amount").value(expected));
    }

    private ResultActions openItems(String date) throws Exception {
        return ask("/v1/customer-accounts/" + story.id("C1") + "/open-items?asAt=" + date);
    }

    private ResultActions disputes(String query) throws Exception {
        return ask("/v1/disputes?legalEntity=" + story.entity() + "&" + query);
    }

    private ResultActions aged(String date, String basis) throws Exception {
        return ask("/v1/aged-balance?legalEntity=" + story.entity() + "&asAt=" + date + "&basis=" + basis);
    }

    private ResultActions ask(String url) throws Exception {
        return http.perform(get(url).accept("application/json"));
    }

    private static SettledPart part(int instalment, String amount) {
        return new SettledPart(instalment, eur(amount), eur("0.00"));
    }

    private InvoiceId invoice() {
        return new InvoiceId(story.id("I1"));
    }

    private DisputeId dispute(String id) {
        return new DisputeId(story.id(id));
    }

    private PromiseId promise(String id) {
        return new PromiseId(story.id(id));
    }

    private PaymentPlanId planId() {
        return new PaymentPlanId(story.id("PL1"));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
