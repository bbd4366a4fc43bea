package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A court has opened an insolvency procedure over the customer. From then on nothing is reminded of, and no fixed indemnity
 * is due.
 *
 * @param declareBy the last day on which our claim can be declared
 * @param creditHold whether the account was put on hold with it, by a fact of its own
 * @param policyVersion of the credit policy that decided so; null where none was valid
 */
@Revision("1")
public record InsolvencyOpened(AccountId accountId, LegalEntityId legalEntity, InsolvencyId insolvencyId,
        InsolvencyKind kind, @Nullable String courtReference, @Nullable LocalDate declareBy, boolean creditHold,
        @Nullable Integer policyVersion, LocalDate effectiveDate) implements CollectionEvent {}
