package io.receivables.command.invoice.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.events.account.EndOfMonth;
import io.receivables.events.account.PaymentTerms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {

    @ParameterizedTest(name = "{0} + {1} days, {2}, day {3}: {4}")
    @CsvSource(nullValues = "-", value = {
            "2026-01-15, 30, NONE, -, 2026-02-14",
            // "45 days end of month" has two readings.
            "2026-01-15, 45, NET_THEN_END, -, 2026-03-31",
            "2026-01-15, 45, END_THEN_NET, -, 2026-03-17",
            "2026-01-31, 0, END_THEN_NET, -, 2026-01-31",
            "2024-01-30, 30, NET_THEN_END, -, 2024-02-29",
            "2026-01-15, 30, NONE, 10, 2026-03-10",
            "2026-01-15, 30, NONE, 14, 2026-02-14",
            "2026-01-15, 30, NONE, 31, 2026-02-28",
            "2026-12-15, 20, NONE, 1, 2027-02-01"})
    void anInvoiceFallsDueUnderItsTerms(LocalDate issued, int netDays, EndOfMonth endOfMonth,
            @Nullable Integer dayOfMonth, LocalDate due) {
        assertThat(DueDates.of(new PaymentTerms(netDays, endOfMonth, dayOfMonth, null), issued)).isEqualTo(due);
    }
}
