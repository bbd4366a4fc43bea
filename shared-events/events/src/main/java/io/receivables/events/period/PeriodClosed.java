package io.receivables.events.period;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A month was closed and signed off. The fact's own position is the watermark: every fact of the entity before it is in the
 * figures, none after it is. What is recorded later with a date up to the end of the month is booked in the first month
 * that is open. The first month that is ever closed closes all months before it.
 *
 * @param signOff counts the sign-offs of the month from 1; another one follows each reopening
 * @param totals at the end of the month, by currency, added up from the facts themselves and not from the ledger
 * @param seen the balances that the signer had seen; null when none were named
 * @param effectiveDate the day of the signature
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodClosed(LegalEntityId legalEntity, YearMonth period, int signOff, String signedBy, String reason,
        List<ControlTotal> totals, @Nullable SeenBalances seen,
        LocalDate effectiveDate) implements AccountingPeriodEvent {

    public PeriodClosed {
        totals = List.copyOf(totals);
    }
}
