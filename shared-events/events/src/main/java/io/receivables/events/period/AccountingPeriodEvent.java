package io.receivables.events.period;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.entity.LegalEntityId;
import java.time.YearMonth;

/** What happened to the accounting periods of a legal entity. */
public sealed interface AccountingPeriodEvent extends ReceivablesEvent permits PeriodClosed, PeriodReopened {

    LegalEntityId legalEntity();

    /** The month. */
    YearMonth period();
}
