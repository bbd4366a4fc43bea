package io.receivables.events;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import org.jspecify.annotations.Nullable;

/** A fact in the books of one customer account. */
public interface AccountEntry extends ReceivablesEvent {

    /**
     * The customer account whose history the fact belongs to; null for cash that nobody has identified yet, and for what
     * is about several accounts together.
     */
    @Nullable
    AccountId accountId();

    /** The legal entity that is owed. */
    LegalEntityId legalEntity();
}
