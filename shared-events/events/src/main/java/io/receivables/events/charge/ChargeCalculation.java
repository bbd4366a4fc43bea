package io.receivables.events.charge;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.receivables.events.account.DebtorClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the amount of a late charge came about, with all that went into it.
 *
 * @param rule the rule that was applied: CONTRACTUAL, REFERENCE, FLOOR, FIXED_INDEMNITY, FLAT, TIERED, PROGRESSIVE; several
 * scales are joined by {@code +}
 * @param until the last day that counts
 * @param daysPastDue of the oldest instalment, at that day
 * @param periods of interest, instalment by instalment; empty for other charges
 * @param carriedOver what earlier claims of interest on the invoice have rounded away, so that all of them together are
 * rounded once; null for other charges
 * @param source the law or contract that the rule follows, as the policy names it
 * @param debtorClass by whose rules the amount was claimed; null: BUSINESS
 */
public record ChargeCalculation(String rule, @Nullable DayCount dayCount, LocalDate until, long daysPastDue,
        List<InterestPeriod> periods, @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal carriedOver,
        @Nullable String source, @Nullable DebtorClass debtorClass) {

    public ChargeCalculation {
        periods = List.copyOf(periods);
    }

    /** Of a business. */
    public ChargeCalculation(String rule, @Nullable DayCount dayCount, LocalDate until, long daysPastDue,
            List<InterestPeriod> periods, @Nullable BigDecimal carriedOver, @Nullable String source) {
        this(rule, dayCount, until, daysPastDue, periods, carriedOver, source, null);
    }

    /** By whose rules the amount was claimed. */
    public DebtorClass debtorClassOrDefault() {
        return debtorClass == null ? DebtorClass.BUSINESS : debtorClass;
    }
}
