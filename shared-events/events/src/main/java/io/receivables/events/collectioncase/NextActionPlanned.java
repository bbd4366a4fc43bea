package io.receivables.events.collectioncase;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * What is to be done next, in place of what was planned before.
 *
 * @param what free text that may name people
 * @param dueDate the day on which it is to be done
 */
@Revision("1")
public record NextActionPlanned(CaseSubject subject, LegalEntityId legalEntity, String actionId, String what,
        LocalDate dueDate, LocalDate effectiveDate) implements CollectionCaseEvent {}
