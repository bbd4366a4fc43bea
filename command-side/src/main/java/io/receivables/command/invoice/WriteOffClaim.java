package io.receivables.command.invoice;

import io.receivables.events.invoice.Evidence;
import io.receivables.events.invoice.ReliefGrounds;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount that somebody wants to give up.
 *
 * @param amount null means all that is open at the date
 * @param instalment the instalment to write off; null lets the oldest due go first
 * @param grounds why the claim is definitively irrecoverable; null where nobody says so
 */
public record WriteOffClaim(WriteOffId writeOffId, @Nullable Money amount, @Nullable Integer instalment, String reason,
        boolean taxRelief, @Nullable ReliefGrounds grounds, List<Evidence> evidence, LocalDate effectiveDate) {}
