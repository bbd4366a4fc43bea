package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The plan is over: its dates protect no more, and all that it covered is due at once.
 *
 * @param balance what is left of the plan
 */
@Revision("1")
public record PaymentPlanAccelerated(AccountId accountId, LegalEntityId legalEntity, PaymentPlanId planId,
        Money balance,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
