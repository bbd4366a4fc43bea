package io.receivables.events.creditgroup;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.entity.LegalEntityId;

/** What happened to a credit group; which accounts belong to it is in their own histories. */
public sealed interface CreditGroupEvent extends ReceivablesEvent permits
        CreditGroupLimitRequested,
        CreditGroupLimitSet,
        CreditGroupLimitRejected {

    CreditGroupId creditGroupId();

    LegalEntityId legalEntity();
}
