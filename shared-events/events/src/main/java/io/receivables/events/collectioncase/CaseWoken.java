package io.receivables.events.collectioncase;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * Somebody ended its rest before the day.
 *
 * @param until the day until which it should have rested
 */
@Revision("1")
public record CaseWoken(CaseSubject subject, LegalEntityId legalEntity, LocalDate until,
        LocalDate effectiveDate) implements CollectionCaseEvent {}
