package io.receivables.events.collectioncase;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody works on it from now on.
 *
 * @param owner the subject of the person's token
 * @param previousOwner who had it until then; null when nobody did
 */
@Revision("1")
public record CaseOwnerAssigned(CaseSubject subject, LegalEntityId legalEntity, String owner,
        @Nullable String previousOwner, LocalDate effectiveDate) implements CollectionCaseEvent {}
