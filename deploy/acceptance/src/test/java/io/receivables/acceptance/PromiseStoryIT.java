package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A customer's word to pay, told in calls: 500.00 promised on 2024-03-01 for 2024-03-15, with three days of grace. In paths
 * and bodies {@code ~} stands for the prefix that makes an id this test's own, and single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class PromiseStoryIT {

    private static int books;
    private Book book;
    private Api collector;

    @BeforeEach
    void aPromise() {
        collector = Standalone.shared().asSubject("collector", "controller", "integration");
        book = Book.open(collector, "PROMISE" + ++books);
        book.account("C1");
        book.seen(collector.put("/v1/credit-policies/" + book.entity(),
                json("{'validFrom':'2024-01-01','agreements':{'promiseGraceDays':3}}")));
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "500.00");
        promise("PR1", "500.00", "2024-03-15", ",'invoiceIds':['~I1'],'contact':'call-17'");
    }

    @Test
    void aPromiseIsOpenUntilItsDayAndTheGraceHavePassed() {
        run();
        statusAt("2024-03-18", "OPEN", "0.00");
        statusAt("2024-03-19", "BROKEN", "0.00");
        var listed = book.get("/v1/promises?status=BROKEN&legalEntity=" + book.entity()).ok();
        assertThat(listed.text("/items/0/promiseId")).isEqualTo(book.id("PR1"));
        assertThat(listed.text("/items/0/lastDay")).isEqualTo("2024-03-18");
        assertThat(book.get(path("/v1/customer-accounts/~C1/promises")).ok().text("/shareKept")).isEqualTo("0.00");
    }

    /** What counts is the day on which the money came, not the one on which somebody allocated it. */
    @Test
    void moneyInTimeKeepsItHoweverLateItIsAllocated() {
        book.payment("P1", "C1", "2024-03-18", "500.00");
        book.allocate("P1", "I1", "500.00", "2024-05-02");
        run();
        statusAt("2024-03-18", "KEPT", "500.00");
        statusAt("2024-03-17", "OPEN", "0.00");
        assertThat(book.get(path("/v1/customer-accounts/~C1/promises")).ok().text("/shareKept")).isEqualTo("100.00");
    }

    @Test
    void lessThanPromisedIsKeptInPart() {
        book.payment("P1", "C1", "2024-03-10", "499.99");
        run();
        statusAt("2024-03-10", "OPEN", "499.99");
        statusAt("2024-03-19", "PARTLY_KEPT", "499.99");
    }

    /** As known before, it stays broken; as known now, it was kept. A debit that is returned does the opposite. */
    @Test
    void whatIsRecordedLateTurnsItAndThePastAsKnownStays() {
        run();
        long known = book.position();
        book.payment("P1", "C1", "2024-03-14", "500.00");
        run();
        statusAt("2024-03-20", "KEPT", "500.00");
        assertThat(book.get(path("/v1/promises/~PR1?asAt=2024-03-20&asKnown=" + known)).ok().text("/status"))
                .isEqualTo("BROKEN");
        book.returned("P1", "2024-04-02");
        run();
        statusAt("2024-04-01", "KEPT", "500.00");
        statusAt("2024-04-02", "BROKEN", "0.00");
        assertThat(run().json().path("judged").size()).as("twice is once").isZero();
    }

    /** Money that was given back is not here any more. */
    @Test
    void moneyThatIsRefundedKeepsNothing() {
        book.seen(collector.put("/v1/credit-policies/" + book.entity(), json("""
                {'validFrom':'2024-01-01','agreements':{'promiseGraceDays':3},'approvals':{
                 'writeOffLimit':{'amount':'0.00','currency':'EUR'},
                 'refundLimit':{'amount':'1000.00','currency':'EUR'}}}""")));
        book.payment("P1", "C1", "2024-03-14", "500.00");
        run();
        statusAt("2024-03-20", "KEPT", "500.00");
        var refund = "/v1/refunds/" + book.seen(collector.post(path("/v1/payments/~P1/refunds"), json("""
                {'amount':{'amount':'500.00','currency':'EUR'},'reason':'paid twice','effectiveDate':'2024-03-21'}""")))
                .text("/refundId");
        book.seen(collector.post(refund + "/payout", json("{'paidDate':'2024-03-22'}")));
        run();
        statusAt("2024-03-21", "KEPT", "500.00");
        statusAt("2024-03-22", "BROKEN", "0.00");
    }

    @Test
    void aEuroCountsForOnePromiseOnlyTheEarliestFirst() {
        promise("PR2", "300.00", "2024-03-20", "");
        book.payment("P1", "C1", "2024-03-12", "600.00");
        run();
        statusAt("2024-04-01", "KEPT", "500.00");
        assertThat(book.get(path("/v1/promises/~PR2?asAt=2024-04-01")).ok().text("/status")).isEqualTo("PARTLY_KEPT");
        assertThat(book.get(path("/v1/promises/~PR2?asAt=2024-04-01")).ok().amount("cash")).isEqualTo("100.00");
        assertThat(book.get(path("/v1/customer-accounts/~C1/promises?asAt=2024-04-01")).ok().text("/shareKept"))
                .isEqualTo("50.00");
    }

    @Test
    void anotherDayIsAnotherPromise() {
        var second = promise("PR2", "500.00", "2024-03-29", ",'replaces':'~PR1'");
        assertThat(second.text("/replaces")).isEqualTo(book.id("PR1"));
        run();
        statusAt("2024-03-20", "WITHDRAWN", "0.00");
        assertThat(book.get(path("/v1/promises/~PR1")).ok().text("/replacedBy")).isEqualTo(book.id("PR2"));
        assertThat(book.get(path("/v1/promises/~PR2?asAt=2024-04-02")).ok().text("/status")).isEqualTo("BROKEN");
        post(422, "VALUE_INVALID", "/v1/customer-accounts/~C1/promises",
                """
                        {'amount':{'amount':'1.00','currency':'EUR'},'promisedDate':'2024-03-01','effectiveDate':'2024-03-01'}""");
        post(409, "PROMISE_NOT_OPEN", "/v1/customer-accounts/~C1/promises/~PR2/withdrawal",
                "{'reason':'x','effectiveDate':'2024-04-05'}");
    }

    private void statusAt(String date, String status, String cash) {
        var promise = book.get(path("/v1/promises/~PR1?asAt=" + date)).ok();
        assertThat(promise.text("/status")).as(promise.toString()).isEqualTo(status);
        assertThat(promise.amount("cash")).isEqualTo(cash);
    }

    private Answer promise(String id, String amount, String date, String more) {
        return book.shows(path("/v1/promises/~" + id),
                collector.post(path("/v1/customer-accounts/~C1/promises"), json("""
                        {'promiseId':'~%s','amount':{'amount':'%s','currency':'EUR'},'promisedDate':'%s',
                         'effectiveDate':'2024-03-01'%s}""".formatted(id, amount, date, more))));
    }

    private Answer run() {
        return book.seen(collector.post("/v1/agreement-runs", Map.of("legalEntity", book.entity())));
    }

    private void post(int status, String code, String path, String body) {
        collector.post(path(path), json(body)).refused(status, code);
    }

    private String path(String path) {
        return path.replace("~", book.id(""));
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
