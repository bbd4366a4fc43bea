package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The plan is in good standing again: what was missing came, or what had completed it was taken back.
 *
 * @param paid of the plan by then
 */
@Revision("1")
public record PaymentPlanResumed(AccountId accountId, LegalEntityId legalEntity, PaymentPlanId planId, Money paid,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
