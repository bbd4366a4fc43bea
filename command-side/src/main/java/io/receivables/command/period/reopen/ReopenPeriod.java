package io.receivables.command.period.reopen;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import java.time.YearMonth;

/** The month that was closed last shall be open again. */
record ReopenPeriod(LegalEntityId legalEntity, YearMonth period, String reason) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNTING_PERIOD.streamId(legalEntity);
    }
}
