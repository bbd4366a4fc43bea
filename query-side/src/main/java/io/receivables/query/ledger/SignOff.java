package io.receivables.query.ledger;

import io.receivables.events.period.PeriodClosed;
import io.receivables.events.period.PeriodReopened;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A month that was signed off.
 *
 * @param position the watermark: what was recorded before it is in the figures
 * @param reopened null while the sign-off stands
 */
public record SignOff(PeriodClosed closed, long position, Instant recordedAt, @Nullable PeriodReopened reopened) {

    /** Under which it can be asked for: {@code FR01/2026-03/1}. */
    public String name() {
        return closed.legalEntity() + "/" + closed.period() + "/" + closed.signOff();
    }
}
