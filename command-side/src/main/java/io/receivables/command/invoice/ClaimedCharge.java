package io.receivables.command.invoice;

import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;

/**
 * A late charge of an invoice.
 *
 * @param givenUp whether somebody has reversed it: it is not owed, and not claimed again
 */
public record ClaimedCharge(ChargeId chargeId, ChargeKind kind, boolean givenUp) {}
