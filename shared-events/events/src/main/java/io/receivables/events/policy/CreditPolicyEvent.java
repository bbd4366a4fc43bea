package io.receivables.events.policy;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.entity.LegalEntityId;

/** What happened to the credit policy of a legal entity. */
public sealed interface CreditPolicyEvent extends ReceivablesEvent permits CreditPolicySet {

    LegalEntityId legalEntity();
}
