package io.receivables.events.charge;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days in a row on which one instalment bore interest on one principal at one rate.
 *
 * @param instalment number from 1
 * @param start the last day before them: the due date, or the end of the period before
 * @param end the last of them
 * @param days end - start
 * @param base open principal, tax included, without what the policy leaves out as disputed
 * @param annualPercent the rate that was applied
 * @param daysInYear what the days are divided by
 * @param interest base x annualPercent / 100 x days / daysInYear, not rounded to cents
 * @param reference the dated reference rate that the rate rests on; null for one that is agreed
 * @param disputed what was open besides the base and left out as disputed; null: nothing
 */
public record InterestPeriod(int instalment, LocalDate start, LocalDate end, int days, Money base,
        Percentage annualPercent, int daysInYear,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal interest, @Nullable AppliedReference reference,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money disputed) {

    /** Nothing was left out. */
    public InterestPeriod(int instalment, LocalDate start, LocalDate end, int days, Money base,
            Percentage annualPercent, int daysInYear, BigDecimal interest, @Nullable AppliedReference reference) {
        this(instalment, start, end, days, base, annualPercent, daysInYear, interest, reference, null);
    }
}
