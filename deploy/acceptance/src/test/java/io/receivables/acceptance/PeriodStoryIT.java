package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a month is closed, told in calls: in March 2024, 1,000.00 are invoiced and 300.00 come in. */
@SuppressWarnings("NullAway.Init")
class PeriodStoryIT {

    private static int books;
    private Book book;
    private Api conrad;
    private Api clara;

    @BeforeEach
    void aMonthOfBusiness() {
        conrad = Standalone.shared().asSubject("conrad", "controller");
        clara = Standalone.shared().asSubject("clara", "clerk", "cash-applier");
        book = Book.open(conrad, "PERIOD" + ++books);
        book.account("C1");
        book.invoice("I1", "C1", "2024-03-01", "2024-03-31", "1000.00");
        book.payment("P1", "C1", "2024-03-20", "300.00");
        book.invoice("I2", "C1", "2024-04-02", "2024-05-02", "70.00");
    }

    @Test
    void aControllerSignsWhatTheAgedBalanceShowed() {
        var seen = book.aged("2024-03-31");
        assertThat(seen.text("/totals/balance")).isEqualTo("700.00");
        var shown = Map.of("asKnown", seen.json().at("/asKnown/position").asLong(), "balances",
                List.of(Map.of("currency", "EUR", "balance", "700.00")));
        clara.post(path("2024-03", "close"), Map.of("reason", "done")).refused(403, "FORBIDDEN");
        book.creditNote("N1", "C1", "2024-03-31", "50.00", Map.of());
        assertThat(conrad.post(path("2024-03", "close"), Map.of("reason", "reconciled", "seen", shown))
                .refused(409, "PERIOD_BALANCE_MOVED")
                .text("/detail")).as("somebody was faster").contains("700.00 EUR", "650.00 EUR");

        var signed = close("2024-03").created();
        assertThat(signed.text("/signedBy")).isEqualTo("conrad");
        assertThat(signed.text("/totals/0/balance/amount")).isEqualTo("650.00");
        assertThat(signed.text("/totals/0/invoices/amount")).isEqualTo("1000.00");
        assertThat(signed.text("/totals/0/unapplied/amount")).isEqualTo("350.00");
        var period = book.get(path("2024-03", "")).ok();
        assertThat(period.text("/status")).isEqualTo("CLOSED");
        assertThat(period.json().at("/signOffs/0/ties").asBoolean()).as("the ledger gives the same").isTrue();
        assertThat(period.json().at("/signOffs/0/asKnown/position").asLong()).isEqualTo(signed.position());
    }

    @Test
    void aLateFactKeepsItsDateIsBookedInTheOpenMonthAndReconciles() {
        close("2024-03");
        book.invoice("LATE", "C1", "2024-03-15", "2024-04-15", "40.00");
        book.returned("P1", "2024-03-25");

        assertThat(book.aged("2024-03-31").text("/totals/balance")).as("by all that is known now")
                .isEqualTo("1040.00");
        var signOff = "signoff:" + book.entity() + "/2024-03";
        var signed = book.aged("2024-03-31", "asKnown=" + signOff);
        assertThat(signed.text("/totals/balance")).as("as it was signed").isEqualTo("700.00");
        assertThat(signed.text("/asKnown/signOff")).isEqualTo(book.entity() + "/2024-03/1");
        assertThat(book.get("/v1/customer-accounts/" + book.id("C1") + "?asAt=2024-03-31&asKnown=" + signOff)
                .ok()
                .amount("balance")).isEqualTo("700.00");

        var late = book.get(path("2024-03", "late-facts")).ok();
        assertThat(late.text("/items/0/streamId")).isEqualTo(book.id("LATE"));
        assertThat(late.text("/items/0/effectiveDate")).isEqualTo("2024-03-15");
        assertThat(late.text("/items/0/accountingDate")).isEqualTo("2024-04-01");
        assertThat(late.text("/items/0/effect/amount")).isEqualTo("40.00");
        var sum = late.json()
                .path("items")
                .valueStream()
                .map(fact -> new BigDecimal(fact.at("/effect/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var reconciled = book.get(path("2024-03", "")).ok();
        assertThat(sum).isEqualByComparingTo("340.00");
        assertThat(reconciled.text("/reconciliation/0/signedOff/amount")).isEqualTo("700.00");
        assertThat(reconciled.text("/reconciliation/0/lateFacts/amount")).isEqualTo("340.00");
        assertThat(reconciled.text("/reconciliation/0/now/amount")).isEqualTo("1040.00");
    }

    @Test
    void monthsAreClosedInOrderAndReopenedFromTheLastOne() {
        var now = YearMonth.now(ZoneId.of("Europe/Paris"));
        conrad.post(path(now.toString(), "close"), reason()).refused(422, "PERIOD_NOT_OVER");
        close("2024-03");
        conrad.post(path("2024-02", "close"), reason()).refused(409, "PERIOD_CLOSED");
        conrad.post(path("2024-05", "close"), reason()).refused(409, "EARLIER_PERIOD_OPEN");
        close("2024-04");
        conrad.post(path("2024-03", "reopen"), reason()).refused(409, "LATER_PERIOD_CLOSED");
        book.seen(conrad.post(path("2024-04", "reopen"), reason()));
        conrad.post(path("2024-04", "reopen"), reason()).refused(409, "PERIOD_NOT_CLOSED");
        assertThat(book.get(path("2024-04", "")).ok().text("/status")).isEqualTo("OPEN");
    }

    @Test
    void theFirstSignOffCanBeAskedForWhenThereIsASecond() {
        close("2024-03");
        book.seen(conrad.post(path("2024-03", "reopen"), Map.of("reason", "an invoice came too late")));
        book.invoice("I3", "C1", "2024-03-15", "2024-04-15", "40.00");
        assertThat(close("2024-03").text("/signOff")).isEqualTo("2");

        var base = "asKnown=signoff:" + book.entity() + "/2024-03";
        assertThat(book.aged("2024-03-31", base).text("/totals/balance")).isEqualTo("740.00");
        assertThat(book.aged("2024-03-31", base + "/1").text("/totals/balance")).isEqualTo("700.00");
        book.get("/v1/aged-balance?legalEntity=" + book.entity() + "&" + base + "/3").refused(422, "SIGN_OFF_UNKNOWN");
        var list = book.get("/v1/periods?legalEntity=" + book.entity()).ok();
        assertThat(list.text("/items/0/signOffs/0/reopened/reason")).isEqualTo("an invoice came too late");
        assertThat(list.text("/items/0/signOffs/1/signOff")).isEqualTo("2");
    }

    private Answer close(String month) {
        return book.seen(conrad.post(path(month, "close"), Map.of("reason", "reconciled with the general ledger")));
    }

    private static Map<String, String> reason() {
        return Map.of("reason", "told in a story");
    }

    private String path(String month, String what) {
        return "/v1/periods/" + book.entity() + "/" + month + (what.isEmpty() ? "" : "/" + what);
    }
}
