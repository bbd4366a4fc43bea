package io.receivables.events.account;

import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The account counts against no group's limit any more. */
@Revision("1")
public record CreditGroupLeft(AccountId accountId, LegalEntityId legalEntity, CreditGroupId creditGroupId,
        String reason, LocalDate effectiveDate) implements CustomerAccountEvent {}
