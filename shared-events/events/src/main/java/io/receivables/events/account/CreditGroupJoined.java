package io.receivables.events.account;

import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** What is owed on the account counts against the limit of a group from now on, and against no other group's. */
@Revision("1")
public record CreditGroupJoined(AccountId accountId, LegalEntityId legalEntity, CreditGroupId creditGroupId,
        String reason, LocalDate effectiveDate) implements CustomerAccountEvent {}
