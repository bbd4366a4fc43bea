package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.period.ControlTotal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accounting period with its latest sign-off.
 *
 * @param signOff its number within the month, from 1
 * @param totals at the end of the month, of everything recorded before the sign-off
 * @param effectiveDate the day of the signature
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodResource(LegalEntityId legalEntity, YearMonth period, Status status, int signOff, String signedBy,
        String reason, List<ControlTotal> totals, LocalDate effectiveDate, long version,
        @Nullable Long position) implements Versioned {

    /** Whether facts of the month are still booked in it. */
    public enum Status {
        OPEN,
        CLOSED
    }

    @Override
    public PeriodResource at(long at) {
        return new PeriodResource(legalEntity, period, status, signOff, signedBy, reason, totals, effectiveDate,
                version, at);
    }
}
