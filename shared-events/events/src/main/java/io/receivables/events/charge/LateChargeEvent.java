package io.receivables.events.charge;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;

/** What happened to a late charge. */
public sealed interface LateChargeEvent extends AccountEntry
        permits
        LateChargeClaimed,
        LateChargeSettledInPart,
        LateChargeSettlementReversed,
        LateChargeReversed {

    ChargeId chargeId();

    @Override
    AccountId accountId();
}
