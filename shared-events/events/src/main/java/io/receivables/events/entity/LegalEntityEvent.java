package io.receivables.events.entity;

import io.receivables.events.ReceivablesEvent;

/** What happened to a legal entity. */
public sealed interface LegalEntityEvent extends ReceivablesEvent permits LegalEntityRegistered, LegalEntityChanged {

    LegalEntityId legalEntity();
}
