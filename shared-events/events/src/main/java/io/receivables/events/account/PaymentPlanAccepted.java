package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The customer accepts the plan: from this date on its dates count for reminders. Ageing stays with the contract.
 *
 * @param evidence a reference to the customer's acceptance
 */
@Revision("1")
public record PaymentPlanAccepted(AccountId accountId, LegalEntityId legalEntity, PaymentPlanId planId, String evidence,
        PlanRules rules,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
