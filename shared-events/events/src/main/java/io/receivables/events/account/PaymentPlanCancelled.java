package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** A plan ends before it is paid, or is never accepted. */
@Revision("1")
public record PaymentPlanCancelled(AccountId accountId, LegalEntityId legalEntity, PaymentPlanId planId, String reason,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
