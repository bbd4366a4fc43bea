package io.receivables.events.dunning;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * All accounts were gone through. A run that is asked for again completes again, with the letters that had been missing.
 *
 * @param letters of the run so far
 * @param notDunned late items, or parts of them, that were not reminded of when it completed
 */
@Revision("1")
public record DunningRunCompleted(DunningRunId runId, LegalEntityId legalEntity, int letters, int notDunned,
        LocalDate effectiveDate) implements DunningRunEvent {}
