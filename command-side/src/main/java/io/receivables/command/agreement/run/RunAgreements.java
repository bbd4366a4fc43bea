package io.receivables.command.agreement.run;

import io.receivables.command.stream.Command;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Judges the next accounts of which something may have become something else. A run is many of these, so that nobody waits
 * for it.
 *
 * @param after the account after which this part begins; null for the first part
 * @param limit accounts in the part, at most
 */
record RunAgreements(LegalEntityId legalEntity, @Nullable AccountId after, int limit) implements Command {

    /** Accounts in a part: other commands wait for no more than these. */
    static final int PART = 50;

    RunAgreements(LegalEntityId legalEntity, @Nullable AccountId after) {
        this(legalEntity, after, PART);
    }
}
