package io.receivables.events.accountmapping;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.entity.LegalEntityId;

/** What happened to the account mapping of a legal entity. */
public sealed interface AccountMappingEvent extends ReceivablesEvent permits AccountMappingSet {

    LegalEntityId legalEntity();
}
