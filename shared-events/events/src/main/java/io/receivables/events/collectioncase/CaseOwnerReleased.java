package io.receivables.events.collectioncase;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * Nobody works on it any more.
 *
 * @param owner who did
 */
@Revision("1")
public record CaseOwnerReleased(CaseSubject subject, LegalEntityId legalEntity, String owner,
        LocalDate effectiveDate) implements CollectionCaseEvent {}
