package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a parent and its subsidiary share a credit limit of 1,000.00, told in calls. */
@SuppressWarnings("NullAway.Init")
class GroupLimitStoryIT {

    private static int books;
    private Book book;
    private Api api;

    @BeforeEach
    void aGroupOfTwo() {
        api = Standalone.shared().asSubject("mary", "controller", "integration");
        book = Book.open(api, "GROUP" + ++books);
        book.account("PARENT");
        book.account("SUB");
        book.seen(api.put("/v1/credit-groups/" + book.id("G"), Map.of("legalEntity", book.entity(), "currency", "EUR",
                "limit", book.money("1000.00"), "reason", "rating of the parent")));
        join("PARENT");
        join("SUB");
    }

    @Test
    void whatEitherOwesCountsForBoth() {
        issue("I1", "PARENT", "600.00").created();
        assertThat(issue("I2", "SUB", "400.01").refused(422, "CREDIT_GROUP_LIMIT_EXCEEDED").text("/detail"))
                .contains("exposure 600.00 EUR", "limit 1000.00 EUR", "headroom 400.00 EUR");
        var passed = issue("I2", "SUB", "400.00").created();
        assertThat(passed.text("/creditCheck/group/exposure/amount")).isEqualTo("600.00");
        book.seen(passed);
        var exposure = book.get("/v1/customer-accounts/" + book.id("PARENT") + "/exposure").ok();
        assertThat(exposure.text("/exposure/total/amount")).isEqualTo("600.00");
        assertThat(exposure.text("/group/exposure/amount")).isEqualTo("1000.00");
        assertThat(exposure.text("/group/headroom/amount")).isEqualTo("0.00");

        book.payment("P1", "PARENT", "2024-02-01", "100.00");
        issue("I3", "SUB", "100.00").created();
        book.seen(api.put("/v1/customer-accounts/" + book.id("SUB") + "/group",
                Map.of("none", true, "reason", "sold")));
        issue("I4", "SUB", "9000.00").created();
        assertThat(book.get("/v1/customer-accounts/" + book.id("SUB")).ok().text("/creditGroupId")).isEmpty();
    }

    /** Two decide on what allows more than the policy lets one grant; until then the limit of before holds. */
    @Test
    void aHighLimitIsAskedForAndApprovedByAnother() {
        book.seen(api.put("/v1/credit-policies/" + book.entity(), Map.of("validFrom", "2024-01-01", "credit",
                Map.of("limitApproval", book.money("1000.00")))));
        var group = "/v1/credit-groups/" + book.id("G");
        var asked = book.shows(group, api.put(group, Map.of("legalEntity", book.entity(), "currency", "EUR", "limit",
                book.money("5000.00"), "reason", "the parent guarantees")));
        assertThat(asked.text("/pending/0/limit/amount/amount")).isEqualTo("5000.00");
        issue("I1", "SUB", "1000.01").refused(422, "CREDIT_GROUP_LIMIT_EXCEEDED");
        var decision = group + "/limits/" + asked.text("/pending/0/creditLimitId");
        api.post(decision + "/approval", "{}").refused(403, "APPROVER_IS_REQUESTER");
        var conrad = Standalone.shared().asSubject("conrad", "controller", "integration");
        var approved = book.shows(group, conrad.post(decision + "/approval", "{}"));
        assertThat(approved.json().path("pending")).isEmpty();
        issue("I1", "SUB", "1000.01").created();
    }

    @Test
    void fiftyAtOnceOverBothGiveExactlyTen() throws Exception {
        var outcomes = new TreeMap<Integer, Integer>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            var racers = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> issue("R" + i, i % 2 == 0 ? "PARENT" : "SUB", "100.00")
                            .status()))
                    .toList();
            for (var racer : racers) {
                outcomes.merge(racer.get(), 1, Integer::sum);
            }
        }
        assertThat(outcomes).isEqualTo(Map.of(201, 10, 422, 40));
    }

    private void join(String account) {
        book.seen(api.put("/v1/customer-accounts/" + book.id(account) + "/group",
                Map.of("creditGroupId", book.id("G"), "reason", "bought by the holding")));
    }

    private Answer issue(String invoice, String account, String total) {
        return book.issue(invoice, account, "2024-01-10", total, Map.of("dueDate", "2024-02-09"));
    }
}
