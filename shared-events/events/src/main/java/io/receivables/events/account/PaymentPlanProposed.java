package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A schedule is offered for what is open. Nothing changes until the customer accepts it.
 *
 * @param items what it covers, by the dates of the contract
 * @param rates by due date; in all as much as the items
 */
@Revision("1")
public record PaymentPlanProposed(AccountId accountId, LegalEntityId legalEntity, PaymentPlanId planId,
        List<PlanItem> items, List<PlanRate> rates,
        String reason, LocalDate effectiveDate) implements CustomerAccountEvent {}
