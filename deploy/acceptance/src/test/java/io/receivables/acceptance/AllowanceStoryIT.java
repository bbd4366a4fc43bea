package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The expected credit loss, told in calls: IFRS 9, Illustrative Example 12, and what a real book adds to it. */
@SuppressWarnings("NullAway.Init")
class AllowanceStoryIT {

    private static int books;
    private Api api;
    private Book book;

    @BeforeEach
    void aBook() {
        api = Standalone.shared().asSubject("clerk", "controller", "integration", "credit-manager");
        book = Book.open(api, "ECL" + ++books);
        book.account("C1");
    }

    @Test
    void illustrativeExample12() {
        rates("\"0.3\",\"1.6\",\"3.6\",\"6.6\",\"10.6\"", "");
        book.invoice("I0", "C1", "2025-03-01", "2025-03-31", "15000000.00");
        book.invoice("I1", "C1", "2025-02-01", "2025-03-15", "7500000.00");
        book.invoice("I2", "C1", "2025-01-01", "2025-02-10", "4000000.00");
        book.invoice("I3", "C1", "2024-12-01", "2025-01-15", "2500000.00");
        book.invoice("I4", "C1", "2024-10-01", "2024-11-01", "1000000.00");
        var answer = allowance("asAt=2025-03-31");
        assertThat(allowances(answer)).containsExactly("45000.00", "120000.00", "144000.00", "165000.00", "106000.00");
        assertThat(answer.text("/allowance")).isEqualTo("580000.00");
        assertThat(answer.text("/control/gross")).isEqualTo("30000000.00");
        assertThat(answer.json().at("/control/ties").asBoolean()).isTrue();

        rates("\"0.3\",\"1.6\",\"3.6\",\"6.6\",\"10.6\"", ",\"forwardLookingPercent\":\"10\"");
        assertThat(allowance("asAt=2025-03-31").text("/allowance")).as("a tenth more on every rate")
                .isEqualTo("638000.00");
    }

    @Test
    void taxWhatIsSecuredAndWhatIsDoubtfulAreOut() {
        rates("\"10\",\"10\",\"10\",\"10\",\"10\"", ",\"doubtfulPercent\":\"60\"");
        book.seen(api.post("/v1/invoices",
                """
                        {"invoiceId":"%1$s","invoiceNumber":"%1$s","accountId":"%2$s","issueDate":"2025-03-01","dueDate":"2025-03-31",
                         "lines":[{"description":"goods","netAmount":{"amount":"1000.00","currency":"EUR"},"taxRate":"20.00"}]}"""
                        .formatted(book.id("I1"), book.id("C1"))));
        assertThat(allowance("asAt=2025-03-31").text("/allowance")).as("1,000.00 without tax").isEqualTo("100.00");

        book.seen(api.put("/v1/customer-accounts/" + book.id("C1") + "/exposure-parts",
                Map.of("secured", book.money("400.00"), "effectiveDate", "2025-03-15")));
        assertThat(allowance("asAt=2025-03-31").text("/allowance")).as("600.00 without what is insured")
                .isEqualTo("60.00");

        book.seen(api.post("/v1/invoices/" + book.id("I1") + "/doubtful",
                Map.of("reason", "no answer", "effectiveDate", "2025-03-20")));
        var answer = allowance("asAt=2025-03-31");
        assertThat(answer.text("/doubtful/base")).isEqualTo("600.00");
        assertThat(answer.text("/doubtful/allowance")).isEqualTo("360.00");
        assertThat(answer.text("/allowance")).as("60 % of it, and nothing in the matrix").isEqualTo("360.00");
        assertThat(answer.json().at("/control/ties").asBoolean()).isTrue();
    }

    @Test
    void theMovementBetweenTwoDatesIsShown() {
        rates("\"10\",\"10\",\"10\",\"10\",\"10\"", "");
        book.invoice("I1", "C1", "2025-03-01", "2025-03-31", "1000.00");
        book.invoice("I2", "C1", "2025-04-10", "2025-05-10", "500.00");
        var answer = allowance("asAt=2025-04-30&since=2025-03-31");
        assertThat(answer.text("/movement/opening")).isEqualTo("100.00");
        assertThat(answer.text("/movement/used")).isEqualTo("0.00");
        assertThat(answer.text("/movement/charge")).isEqualTo("50.00");
        assertThat(answer.text("/movement/closing")).isEqualTo("150.00");
    }

    @Test
    void ownRatesAreShownWithTheirHistoryAndNeverGuessed() {
        book.invoice("I1", "C1", "2025-03-01", "2025-03-31", "1000.00");
        var unknown = allowance("asAt=2025-03-31");
        assertThat(unknown.text("/reason")).isEqualTo("RATE_NOT_KNOWN");
        assertThat(unknown.json().has("allowance")).isFalse();

        book.invoice("OLD", "C1", "2024-12-20", "2025-01-20", "1000.00");
        book.payment("P1", "C1", "2025-01-25", "600.00", Map.of("OLD", "600.00"));
        book.payment("P2", "C1", "2025-02-25", "400.00", Map.of("OLD", "400.00"));
        var answer = allowance("asAt=2025-03-31");
        assertThat(answer.text("/matrices/0/ratesFrom")).isEqualTo("OWN_HISTORY");
        assertThat(answer.text("/matrices/0/history/migrations/0/rate")).as("400 of 1,000 went on late")
                .isEqualTo("40");
        assertThat(answer.text("/matrices/0/history/migrations/1/rate")).as("and none of it a month later")
                .isEqualTo("0");
        assertThat(answer.text("/allowance")).isEqualTo("0.00");
    }

    @Test
    void ratesThatFitNoBucketAreRefused() {
        var refused = api.put("/v1/credit-policies/" + book.entity(), """
                {"validFrom":"2024-01-01","allowance":{"segments":[{"rates":["1","2"]}]}}""");
        refused.refused(422, "VALUE_INVALID");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/allowance/segments/0/rates");
        assertThat(refused.text("/detail")).contains("5 rates are expected", "not 2");
        api.put("/v1/credit-policies/" + book.entity(), """
                {"validFrom":"2024-01-01","allowance":{"segments":[{"rates":["1","2","3","4","101"]}]}}""")
                .refused(422, "PERCENTAGE_INVALID");
        book.get("/v1/allowance?legalEntity=" + book.entity() + "&segmentBy=country").refused(400, "PARAMETER_INVALID");
        book.get("/v1/allowance?legalEntity=" + book.entity() + "&asAt=2025-03-31&since=2025-03-31")
                .refused(400, "PARAMETER_INVALID");
    }

    private void rates(String rates, String more) {
        book.seen(api.put("/v1/credit-policies/" + book.entity(), """
                {"validFrom":"2024-01-01","allowance":{"segments":[{"rates":[%s]}]%s}}""".formatted(rates, more)));
    }

    private Answer allowance(String what) {
        return book.get("/v1/allowance?legalEntity=" + book.entity() + "&" + what).ok();
    }

    private static List<String> allowances(Answer answer) {
        var allowances = new ArrayList<String>();
        answer.json().at("/matrices/0/bands").forEach(band -> allowances.add(band.path("allowance").asString()));
        return allowances;
    }
}
