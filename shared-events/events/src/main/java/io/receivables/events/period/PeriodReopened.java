package io.receivables.events.period;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.time.YearMonth;
import org.axonframework.serialization.Revision;

/**
 * The month that was closed last is open again. Its sign-off stays what it was and can still be asked for.
 *
 * @param signOff the one that is lifted
 * @param effectiveDate the day on which it was reopened
 */
@Revision("1")
public record PeriodReopened(LegalEntityId legalEntity, YearMonth period, int signOff, String reopenedBy,
        String reason, LocalDate effectiveDate) implements AccountingPeriodEvent {}
