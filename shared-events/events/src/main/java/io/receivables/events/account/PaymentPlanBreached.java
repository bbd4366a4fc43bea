package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A rate was not paid in time: more than the tolerance is missing after its days of grace.
 *
 * @param rate the first one that is not paid, number from 1
 * @param dueDate of that rate
 * @param missing of all rates that are past their grace
 */
@Revision("1")
public record PaymentPlanBreached(AccountId accountId, LegalEntityId legalEntity, PaymentPlanId planId, int rate,
        LocalDate dueDate, Money missing,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
