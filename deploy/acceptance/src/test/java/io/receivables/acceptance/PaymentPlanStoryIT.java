package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An agreed schedule, told in calls: 900.00 in two instalments of January and February 2024, to be paid in two rates of
 * 450.00 by 2024-04-01 and 2024-05-01, with five days of grace. In paths and bodies {@code ~} stands for the prefix that makes
 * an id this test's own, and single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class PaymentPlanStoryIT {

    private static int books;
    private Book book;
    private Api manager;

    @BeforeEach
    void aPlanThatIsProposed() {
        manager = Standalone.shared().asSubject("manager", "controller", "integration");
        book = Book.open(manager, "PLAN" + ++books);
        book.account("C1");
        book.seen(manager.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-01','agreements':{'planGraceDays':5,'planBreachEffect':'ACCELERATION',
                 'noticeDays':8}}""")));
        book.invoiceInParts("I1", "C1", "2024-01-01", "900.00",
                List.of(List.of("2024-01-31", "300.00"), List.of("2024-02-29", "600.00")));
        book.shows(path("/v1/payment-plans/~PL1"), propose("PL1", "450.00"));
    }

    @Test
    void ratesThatDoNotAddUpAreRefusedWithBothSums() {
        var refused = propose("PL2", "449.99").refused(422, "PAYMENT_PLAN_NOT_SUM");
        assertThat(refused.text("/detail")).contains("899.99 EUR", "900.00 EUR");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rates");
    }

    /** The dates of the contract stay what they are: the plan is another view beside them, with the same total. */
    @Test
    void contractualAgeingAndAgeingByPlanStandSideBySide() {
        assertThat(book.line("C1", "2024-03-15", "basis=plan")).as("nothing changes before it is accepted")
                .isEqualTo("0.00 | 600.00 300.00 0.00 0.00 | 0.00 = 900.00");
        accept("PL1");
        assertThat(book.line("C1", "2024-03-15")).isEqualTo("0.00 | 600.00 300.00 0.00 0.00 | 0.00 = 900.00");
        assertThat(book.line("C1", "2024-03-15", "basis=plan"))
                .isEqualTo("900.00 | 0.00 0.00 0.00 0.00 | 0.00 = 900.00");
        assertThat(book.line("C1", "2024-02-10", "basis=plan")).as("the past is not rewritten")
                .isEqualTo("600.00 | 300.00 0.00 0.00 0.00 | 0.00 = 900.00");
        var open = book.get(path("/v1/customer-accounts/~C1/open-items?asAt=2024-04-03")).ok();
        assertThat(open.text("/items/0/dueDate")).isEqualTo("2024-01-31");
        assertThat(open.text("/items/0/daysPastDue")).isEqualTo("63");
        assertThat(open.text("/items/0/planDueDate")).isEqualTo("2024-04-01");
        assertThat(open.text("/items/0/planDaysPastDue")).isEqualTo("2");
    }

    @Test
    void aPlanThatIsPaidIsComplete() {
        accept("PL1");
        book.payment("P1", "C1", "2024-04-06", "450.00", Map.of("I1", "450.00"));
        book.payment("P2", "C1", "2024-05-01", "450.00", Map.of("I1", "450.00"));
        run();
        statusAt("2024-04-30", "IN_FORCE");
        statusAt("2024-05-01", "COMPLETED");
        book.returned("P2", "2024-05-20");
        run();
        statusAt("2024-05-19", "COMPLETED");
        statusAt("2024-05-20", "BREACHED");
    }

    @Test
    void aRateThatIsMissedBreaksThePlanUntilItIsPaid() {
        accept("PL1");
        run();
        statusAt("2024-04-06", "IN_FORCE");
        statusAt("2024-04-07", "BREACHED");
        var breached = book.get(path("/v1/payment-plans/~PL1?asAt=2024-04-07")).ok();
        assertThat(breached.amount("missing")).isEqualTo("450.00");
        assertThat(breached.text("/breachedRate")).isEqualTo("1");
        long known = book.position();
        book.payment("P1", "C1", "2024-04-20", "450.00", Map.of("I1", "450.00"));
        run();
        statusAt("2024-04-19", "BREACHED");
        statusAt("2024-04-20", "IN_FORCE");
        assertThat(book.get(path("/v1/payment-plans/~PL1?asAt=2024-04-20&asKnown=" + known)).ok().text("/status"))
                .isEqualTo("BREACHED");
    }

    /** The whole balance falls due only after a formal notice and its days. */
    @Test
    void afterANoticeTheWholeBalanceIsDue() {
        manager.post(path("/v1/customer-accounts/~C1/payment-plans/~PL1/notice"),
                json("{'effectiveDate':'2024-04-10'}"))
                .refused(409, "PAYMENT_PLAN_NOT_BREACHED");
        accept("PL1");
        post("/v1/customer-accounts/~C1/payment-plans/~PL1/notice",
                "{'reference':'RL-9','effectiveDate':'2024-04-10'}");
        run();
        assertThat(book.get(path("/v1/payment-plans/~PL1?asAt=2024-04-18")).ok().text("/noticeDeadline"))
                .isEqualTo("2024-04-18");
        statusAt("2024-04-18", "BREACHED");
        statusAt("2024-04-19", "ACCELERATED");
        assertThat(book.line("C1", "2024-04-19", "basis=plan")).as("the contract's dates count again")
                .isEqualTo("0.00 | 0.00 600.00 300.00 0.00 | 0.00 = 900.00");
        manager.post(path("/v1/customer-accounts/~C1/payment-plans/~PL1/cancellation"),
                json("{'reason':'x','effectiveDate':'2024-04-25'}")).refused(409, "PAYMENT_PLAN_ENDED");
    }

    @Test
    void anItemIsInOnePlanOnly() {
        accept("PL1");
        book.seen(propose("PL2", "450.00"));
        manager.post(path("/v1/customer-accounts/~C1/payment-plans/~PL2/acceptance"), json(ACCEPTANCE))
                .refused(409, "IN_PAYMENT_PLAN");
        manager.post(path("/v1/invoices/~I1/reschedule"), json("""
                {'instalments':[{'dueDate':'2024-12-31','amount':{'amount':'900.00','currency':'EUR'}}],'reason':'x',
                 'effectiveDate':'2024-03-10'}""")).refused(409, "IN_PAYMENT_PLAN");
        post("/v1/customer-accounts/~C1/payment-plans/~PL1/cancellation",
                "{'reason':'x','effectiveDate':'2024-03-05'}");
        accept("PL2");
        var plans = book.get(path("/v1/customer-accounts/~C1/payment-plans")).ok();
        assertThat(
                plans.json().path("items").valueStream().map(plan -> plan.path("status").asString()).distinct().count())
                .isEqualTo(2);
    }

    private static final String ACCEPTANCE = "{'evidence':'signed-letter-4','effectiveDate':'2024-03-05'}";

    private Answer propose(String id, String second) {
        return manager.post(path("/v1/customer-accounts/~C1/payment-plans"), json("""
                {'planId':'~%s','items':[{'invoiceId':'~I1'}],'rates':[
                   {'dueDate':'2024-04-01','amount':{'amount':'450.00','currency':'EUR'}},
                   {'dueDate':'2024-05-01','amount':{'amount':'%s','currency':'EUR'}}],
                 'reason':'seasonal trade','effectiveDate':'2024-03-01'}""".formatted(id, second)));
    }

    private void accept(String id) {
        post("/v1/customer-accounts/~C1/payment-plans/~" + id + "/acceptance", ACCEPTANCE);
    }

    private void statusAt(String date, String status) {
        var plan = book.get(path("/v1/payment-plans/~PL1?asAt=" + date)).ok();
        assertThat(plan.text("/status")).as(plan.toString()).isEqualTo(status);
    }

    private void run() {
        book.seen(manager.post("/v1/agreement-runs", Map.of("legalEntity", book.entity())));
    }

    private Answer post(String path, String body) {
        return book.seen(manager.post(path(path), json(body)));
    }

    private String path(String path) {
        return path.replace("~", book.id(""));
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
