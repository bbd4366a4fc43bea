package io.receivables.command.period.close;

import io.receivables.command.openitem.BooksSoFar;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.period.SeenBalances;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month shall be closed and signed off.
 *
 * @param seen null when the signer names no balances
 * @param books what was added up of the history before anybody had to wait
 */
record ClosePeriod(LegalEntityId legalEntity, YearMonth period, String reason, @Nullable SeenBalances seen,
        BooksSoFar books) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNTING_PERIOD.streamId(legalEntity);
    }
}
