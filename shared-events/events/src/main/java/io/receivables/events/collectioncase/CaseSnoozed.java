package io.receivables.events.collectioncase;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * It rests until a day.
 *
 * @param until the first day on which it is on the worklists again
 * @param wakesOnNews whether it comes back before, when another item falls overdue or a promise is broken
 */
@Revision("1")
public record CaseSnoozed(CaseSubject subject, LegalEntityId legalEntity, LocalDate until, String reason,
        boolean wakesOnNews, LocalDate effectiveDate) implements CollectionCaseEvent {}
