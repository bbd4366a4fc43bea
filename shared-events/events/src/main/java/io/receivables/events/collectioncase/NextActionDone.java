package io.receivables.events.collectioncase;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The next action is done.
 *
 * @param outcome free text that may name people; null when nothing was said
 */
@Revision("1")
public record NextActionDone(CaseSubject subject, LegalEntityId legalEntity, String actionId,
        @Nullable String outcome, LocalDate effectiveDate) implements CollectionCaseEvent {}
