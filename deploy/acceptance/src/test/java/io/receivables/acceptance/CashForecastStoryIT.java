package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When cash is expected, told in calls: a customer that is ten days late as a rule, and one of which little is known. */
@SuppressWarnings("NullAway.Init")
class CashForecastStoryIT {

    private static int books;
    private Api api;
    private Book book;

    @BeforeEach
    void twoCustomers() {
        api = Standalone.shared().asSubject("clerk", "controller", "integration");
        book = Book.open(api, "CASH" + ++books);
        book.account("C1");
        book.account("C2");
        for (int i = 1; i <= 3; i++) {
            book.invoice("I" + i, "C1", "2025-01-01", "2025-01-31", "100.00");
            book.payment("P" + i, "C1", "2025-02-10", "100.00", Map.of("I" + i, "100.00"));
        }
        book.invoice("J1", "C2", "2025-01-01", "2025-01-31", "100.00");
        book.payment("Q1", "C2", "2025-02-02", "100.00", Map.of("J1", "100.00"));
    }

    @Test
    void eachCustomerIsExpectedByItsHabit() {
        book.invoice("I4", "C1", "2025-03-01", "2025-03-31", "50.00");
        book.invoice("J2", "C2", "2025-03-01", "2025-03-31", "7.00");
        book.invoice("J3", "C2", "2025-03-01", "2025-12-31", "3.00");
        var answer = forecast("asAt=2025-04-01&weeks=2");
        assertThat(answer.text("/averageDaysLate")).isEqualTo("8.00");
        assertThat(answer.text("/weeks/0/expected")).as("eight days late on 8 April").isEqualTo("7.00");
        assertThat(answer.text("/weeks/1/expected")).as("ten days late on 10 April").isEqualTo("50.00");
        assertThat(answer.text("/later")).isEqualTo("3.00");
        assertThat(answer.text("/bases/account")).isEqualTo("50.00");
        assertThat(answer.text("/bases/entity")).isEqualTo("10.00");
    }

    @Test
    void thePartsAddUpToWhatIsOpen() {
        book.invoice("I4", "C1", "2025-03-01", "2025-03-31", "50.00");
        book.invoice("J2", "C2", "2024-11-01", "2024-12-01", "7.00");
        var answer = forecast("asAt=2025-04-01&weeks=4");
        var sum = new BigDecimal(answer.text("/later")).add(new BigDecimal(answer.text("/unscheduled/total")));
        for (var week : answer.json().path("weeks")) {
            sum = sum.add(new BigDecimal(week.path("expected").asString()));
        }
        assertThat(sum).isEqualByComparingTo("57.00");
        assertThat(answer.text("/open")).isEqualTo("57.00");
        assertThat(answer.text("/unscheduled/pastExpected")).as("should have come in December").isEqualTo("7.00");
        assertThat(answer.json().at("/control/ties").asBoolean()).isTrue();
        assertThat(answer.text("/control/agedBalance")).isEqualTo("57.00");
    }

    @Test
    void whatIsDisputedIsApartAndAPromiseHasItsDay() {
        book.invoice("I4", "C1", "2025-01-01", "2025-02-01", "50.00");
        book.seen(
                api.post("/v1/invoices/" + book.id("I4") + "/disputes", Map.of("amount", book.money("20.00"), "reason",
                        "broken", "effectiveDate", "2025-03-10")));
        book.seen(api.post("/v1/customer-accounts/" + book.id("C1") + "/promises", Map.of("amount",
                book.money("25.00"), "promisedDate", "2025-04-05", "effectiveDate", "2025-03-20")));
        var answer = forecast("asAt=2025-04-01&weeks=1");
        assertThat(answer.text("/weeks/0/expected")).isEqualTo("25.00");
        assertThat(answer.text("/unscheduled/disputed")).isEqualTo("20.00");
        assertThat(answer.text("/unscheduled/pastExpected")).as("the rest should have come on 11 February")
                .isEqualTo("5.00");
        assertThat(answer.text("/bases/agreed")).isEqualTo("25.00");
        assertThat(answer.json().at("/control/ties").asBoolean()).isTrue();
        assertThat(book.get("/v1/kpis?legalEntity=" + book.entity() + "&asAt=2025-04-01")
                .ok()
                .text("/kpis/disputeShare/value")).isEqualTo("40.00");
    }

    @Test
    void aForecastThatNobodyCouldHaveMadeIsNotHeldAgainstAnything() {
        var test = forecast("asAt=2025-04-01&weeks=1");
        assertThat(test.text("/backTest/reason")).as("all of it was recorded after that day")
                .isEqualTo("NOTHING_OPEN_AND_KNOWN_THEN");
        assertThat(test.json().at("/backTest/expected").isNull()).isTrue();
        assertThat(test.text("/backTest/madeAt")).isEqualTo("2025-03-02");
    }

    @Test
    void badQuestionsAreRefused() {
        book.get("/v1/cash-forecast?legalEntity=" + book.entity() + "&weeks=54").refused(400, "PARAMETER_INVALID");
        book.get("/v1/cash-forecast").refused(400, "REQUIRED");
        book.get("/v1/cash-forecast?legalEntity=NOBODY").refused(404, "LEGAL_ENTITY_NOT_FOUND");
    }

    private Answer forecast(String what) {
        return book.get("/v1/cash-forecast?legalEntity=" + book.entity() + "&" + what).ok();
    }
}
