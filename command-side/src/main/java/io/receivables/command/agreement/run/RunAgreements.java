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
 */
record RunAgreements(LegalEntityId legalEntity, @Nullable AccountId after) implements Command {}
