package io.receivables.query.cashforecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.query.ledger.Known;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the cash that is owed is expected. Weeks, later and unscheduled add up to what is open. Amounts are decimal texts in
 * one currency.
 *
 * @param later after the last week
 * @param unapplied cash and credit that is there already and will settle some of it; not taken off
 * @param averageDaysLate of the whole book over twelve months, for accounts with too little history; null where nothing was
 *        settled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CashForecast(String legalEntity, LocalDate asAt, Known asKnown, String currency,
        @Nullable String accountId, @Nullable String receivableClass, List<Week> weeks, String later,
        Unscheduled unscheduled, String open, String unapplied, @Nullable String averageDaysLate, Bases bases,
        Control control, BackTest backTest) {

    /** Seven days, both ends counted. */
    public record Week(int no, LocalDate from, LocalDate to, String expected) {}

    /**
     * For which no day can be told.
     *
     * @param pastExpected the day on which it should have come has passed
     * @param doubtful what may never be paid
     * @param disputed what customers contest
     */
    public record Unscheduled(String pastExpected, String doubtful, String disputed, String total) {}

    /**
     * Of what is neither doubtful nor disputed, what the expectation follows.
     *
     * @param agreed the days of promises and payment plans
     * @param account the habit of the account
     * @param entity that of all accounts
     * @param dueDate the due date alone
     */
    public record Bases(String agreed, String account, String entity, String dueDate) {}

    /** @param ties whether the parts add up to what is open in the aged balance, from sums that are kept apart */
    public record Control(String parts, String agedBalance, boolean ties) {}

    /**
     * The forecast that was made thirty days before, by what was known then, beside what came.
     *
     * @param expected of what was open then, in the thirty days; null where nothing was known
     * @param receivedOfForecast cash that came for what was open and known then, as known now
     * @param received all cash that came
     * @param deviationPercent (receivedOfForecast - expected) / expected; null where nothing was expected
     * @param reason why there is no deviation: a stable code
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record BackTest(LocalDate madeAt, Known knownThen, LocalDate from, LocalDate to, @Nullable String expected,
            String receivedOfForecast, String received, @Nullable String deviationPercent, @Nullable String reason) {}
}
