package io.receivables.events.dunning;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The accounts of a legal entity are gone through.
 *
 * @param policyVersion by whose levels
 * @param effectiveDate the date of the run and of its letters
 */
@Revision("1")
public record DunningRunBegun(DunningRunId runId, LegalEntityId legalEntity, int policyVersion,
        LocalDate effectiveDate) implements DunningRunEvent {}
