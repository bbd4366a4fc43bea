package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Another system tells what counts against the account's limit besides its receivables, from this date on. */
@Revision("1")
public record ExposureReported(AccountId accountId, LegalEntityId legalEntity, ReportedExposure exposure,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
