package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Key figures, told in calls: receivables of 150,000.00 at the beginning of 2025 and 180,000.00 at the end of March, of which
 * 110,000.00 is not due; sales of 80,000.00, 60,000.00 and 90,000.00 in the three months of 90 days.
 */
@SuppressWarnings("NullAway.Init")
class KpiStoryIT {

    private static int books;
    private Api api;
    private Book book;

    @BeforeEach
    void threeMonthsOfSales() {
        api = Standalone.shared().asSubject("clerk", "controller", "integration");
        book = Book.open(api, "KPI" + ++books);
        book.account("C1");
        book.invoice("OLD", "C1", "2024-12-01", "2024-12-31", "150000.00");
        book.invoice("JAN", "C1", "2025-01-10", "2025-02-10", "80000.00");
        book.invoiceInParts("FEB", "C1", "2025-02-10", "60000.00",
                List.of(List.of("2025-03-15", "40000.00"), List.of("2025-04-15", "20000.00")));
        book.invoice("MAR", "C1", "2025-03-10", "2025-04-30", "90000.00");
        book.payment("P1", "C1", "2025-02-20", "200000.00", Map.of("OLD", "150000.00", "JAN", "50000.00"));
    }

    @Test
    void everyFigureCanBeWorkedOutAgainFromItsInputs() {
        var answer = kpis("asAt=2025-03-31&days=90");
        assertThat(answer.text("/inputs/receivablesBegin")).isEqualTo("150000.00");
        assertThat(answer.text("/inputs/receivablesEnd")).isEqualTo("180000.00");
        assertThat(answer.text("/inputs/notDueEnd")).isEqualTo("110000.00");
        assertThat(answer.text("/inputs/netSales")).isEqualTo("230000.00");
        assertThat(answer.json().at("/inputs/ties").asBoolean()).isTrue();

        assertThat(value(answer, "dsoSimple")).as("180,000 / 230,000 x 90").isEqualTo("70.43");
        assertThat(value(answer, "dsoCountback")).as("31 + 28 + 30,000 / 80,000 x 31").isEqualTo("70.63");
        assertThat(value(answer, "dsoBestPossible")).as("110,000 / 230,000 x 90").isEqualTo("43.04");
        assertThat(value(answer, "averageDaysDelinquent")).as("the difference").isEqualTo("27.39");
        assertThat(value(answer, "collectionEffectiveness")).as("200 / 270").isEqualTo("74.07");
        assertThat(value(answer, "turnoverOfEnds")).as("230 / 165").isEqualTo("1.39");
        assertThat(answer.text("/kpis/dsoSimple/inputs/days")).isEqualTo("90");
        assertThat(answer.text("/rounding")).isEqualTo("2 decimals, half up, once");
    }

    @Test
    void whatWasPaidCountsFromTheDayOnWhichTheCashCame() {
        var answer = kpis("asAt=2025-03-31&days=90");
        assertThat(value(answer, "averageDaysLate")).as("150,000 x 51 days and 50,000 x 10 days").isEqualTo("40.75");
        assertThat(value(answer, "averageDaysToPay")).as("150,000 x 81 days and 50,000 x 41 days").isEqualTo("71.00");
        assertThat(value(answer, "shareOnTime")).isEqualTo("0.00");

        var behaviour = book.get("/v1/customer-accounts/" + book.id("C1") + "/payment-behaviour?asAt=2025-03-31").ok();
        assertThat(behaviour.text("/last12Months/averageDaysLate")).isEqualTo("40.75");
        assertThat(behaviour.text("/riskClass")).as("two invoices are too few to judge, but one is open for 49 days")
                .isEqualTo("MEDIUM");
        assertThat(behaviour.text("/riskReasons/0/code")).isEqualTo("OLDEST_DAYS_PAST_DUE");
        assertThat(book.get("/v1/customer-accounts/" + book.id("C1") + "?asAt=2025-03-31").ok().text("/riskClass"))
                .isEqualTo("MEDIUM");
        assertThat(book.get("/v1/customer-accounts?legalEntity=" + book.entity() + "&asAt=2025-03-31&riskClass=MEDIUM")
                .ok()
                .json()
                .path("items")
                .size()).isEqualTo(1);
    }

    @Test
    void thePolicySaysFromWhereOnARiskIsHigh() {
        var bad = api.put("/v1/credit-policies/" + book.entity(),
                "{\"validFrom\":\"2025-01-01\",\"risk\":{\"high\":{\"shareOnTimeBelow\":\"101\"}}}");
        bad.refused(422, "PERCENTAGE_INVALID");
        assertThat(bad.text("/errors/0/pointer")).isEqualTo("/risk/high/shareOnTimeBelow");
        book.seen(api.put("/v1/credit-policies/" + book.entity(), """
                {"validFrom":"2025-01-01","risk":{"minimumSettled":2,"high":{"averageDaysLate":40}}}"""));
        var behaviour = book.get("/v1/customer-accounts/" + book.id("C1") + "/payment-behaviour?asAt=2025-03-31").ok();
        assertThat(behaviour.text("/riskClass")).isEqualTo("HIGH");
        assertThat(behaviour.text("/riskReasons/0/text")).isEqualTo("paid 40.75 days late on average, more than 40");
        assertThat(behaviour.text("/riskPolicyVersion")).isEqualTo("1");
    }

    @Test
    void aLateFactChangesTheFiguresAndNotThoseOfBefore() {
        long known = book.position();
        book.creditNote("N1", "C1", "2025-03-20", "30000.00", Map.of());
        assertThat(value(kpis("asAt=2025-03-31&days=90"), "dsoSimple")).as("of 200,000 net sales").isEqualTo("81.00");
        assertThat(value(kpis("asAt=2025-03-31&days=90&asKnown=" + known), "dsoSimple")).isEqualTo("70.43");
    }

    @Test
    void aSeriesIsAlsoAFile() {
        var path = "/v1/kpis/trend?legalEntity=" + book.entity() + "&from=2025-01-01&to=2025-03-31&step=MONTH";
        var series = book.get(path).ok();
        assertThat(series.json().path("items").size()).isEqualTo(3);
        assertThat(series.text("/items/2/dsoSimple")).isEqualTo("70.43");
        var file = api.call("GET", path).with("Accept", "text/csv").send();
        assertThat(file.body()).startsWith("asAt,receivables").contains("2025-03-31,180000.00,230000.00,70.43");
    }

    @Test
    void whatCannotBeToldHasNoValue() {
        var answer = kpis("asAt=2024-11-30");
        assertThat(answer.json().at("/kpis/dsoSimple/value").isNull()).isTrue();
        assertThat(answer.text("/kpis/dsoSimple/reason")).isEqualTo("NO_SALES");
        book.get("/v1/kpis?legalEntity=" + book.entity() + "&days=0").refused(400, "PARAMETER_INVALID");
        book.get("/v1/kpis?legalEntity=" + book.entity() + "&from=2025-04-01&asAt=2025-03-31")
                .refused(400, "PARAMETER_INVALID");
        book.get("/v1/kpis").refused(400, "REQUIRED");
        book.get("/v1/kpis?legalEntity=NOBODY").refused(404, "LEGAL_ENTITY_NOT_FOUND");
    }

    private Answer kpis(String what) {
        return book.get("/v1/kpis?legalEntity=" + book.entity() + "&" + what).ok();
    }

    private static String value(Answer answer, String figure) {
        return answer.text("/kpis/" + figure + "/value");
    }
}
