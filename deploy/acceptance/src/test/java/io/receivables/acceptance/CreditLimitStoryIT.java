package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How a customer's credit is kept within its limit, told in calls. {@code ~} stands for the prefix that makes an id this
 * test's own, and single quotes for double ones.
 */
@SuppressWarnings("NullAway.Init")
class CreditLimitStoryIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private static int books;
    private Book book;
    private Api clara;
    private Api conrad;

    @BeforeEach
    void openAnAccount() {
        clara = Standalone.shared().asSubject("clara", "controller", "integration");
        conrad = Standalone.shared().asSubject("conrad", "controller");
        book = Book.open(clara, "CREDIT" + ++books);
        book.account("C1");
    }

    @Test
    void anInvoicePassesWhileThereIsRoomUnderTheLimit() {
        put("/v1/customer-accounts/~C1/credit-limit",
                "{'limit':{'amount':'1000.00','currency':'EUR'},'reason':'framework contract'}");
        var issued = invoice("I1", "700.00", "").created();
        assertThat(issued.text("/creditCheck/outcome")).isEqualTo("PASSED");
        assertThat(issued.text("/creditCheck/headroom/amount")).isEqualTo("1000.00");
        shows("/v1/invoices/~I1", issued);
        assertThat(invoice("I2", "300.01", "").refused(422, "CREDIT_LIMIT_EXCEEDED").text("/detail")).contains("300.01",
                "limit 1000.00 EUR", "exposure 700.00 EUR", "headroom 300.00 EUR");

        book.payment("P1", "C1", "2024-02-01", "100.00");
        invoice("I2", "300.01", "").created();
        var account = book.get(path("/v1/customer-accounts/~C1")).ok();
        assertThat(account.amount("creditLimit")).isEqualTo("1000.00");
        assertThat(account.amount("exposure")).isEqualTo("900.01");
        assertThat(account.json().path("onHold").asBoolean()).isFalse();
    }

    @Test
    void fiftyAtOnceAgainstALimitForTenGiveExactlyTen() throws Exception {
        put("/v1/customer-accounts/~C1/credit-limit",
                "{'limit':{'amount':'1000.00','currency':'EUR'},'reason':'framework contract'}");
        var outcomes = new TreeMap<Integer, Integer>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            var racers = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> invoice("R" + i, "100.00", "").status()))
                    .toList();
            for (var racer : racers) {
                outcomes.merge(racer.get(), 1, Integer::sum);
            }
        }
        assertThat(outcomes).isEqualTo(Map.of(201, 10, 422, 40));
    }

    @Test
    void ordersDeliveriesAndSecuritiesAreReportedByOtherServices() {
        put("/v1/customer-accounts/~C1/credit-limit",
                "{'limit':{'amount':'1000.00','currency':'EUR'},'reason':'framework contract'}");
        put("/v1/customer-accounts/~C1/exposure-parts", """
                {'openOrders':{'amount':'400.00','currency':'EUR'},
                 'deliveredNotInvoiced':{'amount':'300.00','currency':'EUR'},'effectiveDate':'2024-03-01'}""");
        put("/v1/customer-accounts/~C1/exposure-parts",
                "{'secured':{'amount':'200.00','currency':'EUR'},'effectiveDate':'2024-03-05'}");
        var exposure = book.get(path("/v1/customer-accounts/~C1/exposure")).ok();
        assertThat(exposure.text("/exposure/total/amount")).isEqualTo("500.00");
        assertThat(exposure.text("/headroom/amount")).isEqualTo("500.00");
        assertThat(book.get(path("/v1/customer-accounts/~C1/exposure?asAt=2024-03-04"))
                .ok()
                .text("/exposure/total/amount")).isEqualTo("700.00");
        invoice("I1", "500.01", "").refused(422, "CREDIT_LIMIT_EXCEEDED");
        invoice("I1", "500.00", "").created();
    }

    @Test
    void aHoldStopsInvoicesUntilItIsReleased() {
        var hold = book.seen(clara.post(path("/v1/customer-accounts/~C1/holds"),
                json("{'reason':'bank details under review','effectiveDate':'2024-03-01'}"))).created();
        assertThat(invoice("I1", "1.00", "").refused(409, "ACCOUNT_ON_HOLD").text("/detail"))
                .contains("bank details under review");
        assertThat(book.get(path("/v1/customer-accounts/~C1")).ok().json().path("onHold").asBoolean()).isTrue();
        book.seen(clara.post(path("/v1/customer-accounts/~C1/holds/" + hold.text("/holdId") + "/release"),
                json("{'reason':'reviewed','effectiveDate':'2024-03-08'}")));
        invoice("I1", "1.00", "").created();
        assertThat(book.get(path("/v1/customer-accounts/~C1?asAt=2024-03-07")).ok().json().path("onHold").asBoolean())
                .isTrue();
    }

    @Test
    void aPermissionLetsASecondPersonDecide() {
        put("/v1/customer-accounts/~C1/credit-limit",
                "{'limit':{'amount':'100.00','currency':'EUR'},'reason':'new customer'}");
        var asked = book.seen(clara.post(path("/v1/customer-accounts/~C1/credit-overrides"), json("""
                {'amount':{'amount':'500.00','currency':'EUR'},'reason':'seasonal order','validUntil':'%s'}"""
                .formatted(TODAY.plusDays(30))))).created();
        var override = asked.text("/creditOverrideId");
        shows("/v1/credit-overrides/" + override, asked);
        var waiting = book.get("/v1/approvals?status=PENDING&legalEntity=" + book.entity()).ok();
        assertThat(waiting.text("/items/0/kind")).isEqualTo("CREDIT_OVERRIDE");
        clara.post("/v1/credit-overrides/" + override + "/approval", "{}").refused(403, "APPROVER_IS_REQUESTER");
        book.seen(conrad.post("/v1/credit-overrides/" + override + "/approval", "{}"));

        var passed = invoice("I1", "400.00", ",'creditOverrideId':'" + override + "'").created();
        assertThat(passed.text("/creditCheck/outcome")).isEqualTo("OVERRIDDEN");
        invoice("I2", "100.01", ",'creditOverrideId':'" + override + "'").refused(422, "CREDIT_OVERRIDE_EXCEEDED");
        invoice("I2", "100.00", ",'creditOverrideId':'" + override + "'").created();
        invoice("I3", "0.01", "").refused(422, "CREDIT_LIMIT_EXCEEDED");
    }

    @Test
    void aHighLimitNeedsASecondPersonByPolicy() {
        put("/v1/credit-policies/{entity}", """
                {'validFrom':'2024-01-01','credit':{'mode':'BLOCK','limitApproval':{'amount':'1000.00',
                 'currency':'EUR'},'holdOverdueDays':60}}""");
        var asked = put("/v1/customer-accounts/~C1/credit-limit",
                "{'limit':{'amount':'5000.00','currency':'EUR'},'reason':'growth'}");
        assertThat(asked.text("/status")).isEqualTo("PENDING");
        assertThat(book.get(path("/v1/customer-accounts/~C1")).ok().json().has("creditLimit")).isFalse();
        book.seen(conrad.post("/v1/credit-limits/" + asked.text("/creditLimitId") + "/approval", "{}"));
        assertThat(book.get(path("/v1/customer-accounts/~C1")).ok().amount("creditLimit")).isEqualTo("5000.00");

        invoice("I1", "10.00", "").created(); // due 2024-02-09
        assertThat(invoice("I2", "10.00", "").refused(409, "ACCOUNT_ON_HOLD").text("/detail")).contains("2024-02-09");
        book.payment("P1", "C1", "2024-02-10", "10.00", Map.of("I1", "10.00"));
        invoice("I2", "10.00", "").created();
    }

    private Answer invoice(String id, String total, String more) {
        return seenIfDone(clara.post("/v1/invoices", json("""
                {'invoiceId':'~%1$s','invoiceNumber':'~%1$s','accountId':'~C1','issueDate':'2024-01-10',
                 'dueDate':'2024-02-09','total':{'amount':'%2$s','currency':'EUR'}%3$s}""".formatted(id, total,
                more))));
    }

    private Answer seenIfDone(Answer answer) {
        return answer.status() < 300 ? book.seen(answer) : answer;
    }

    private Answer put(String path, String body) {
        return book.seen(clara.put(path(path), json(body)));
    }

    private Answer shows(String path, Answer command) {
        return book.shows(path(path), command);
    }

    private String path(String path) {
        return path.replace("~", book.id("")).replace("{entity}", book.entity());
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
