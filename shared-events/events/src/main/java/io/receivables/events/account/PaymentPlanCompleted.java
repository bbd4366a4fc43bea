package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** All that the plan covers is settled. */
@Revision("1")
public record PaymentPlanCompleted(AccountId accountId, LegalEntityId legalEntity, PaymentPlanId planId, Money paid,
        LocalDate effectiveDate) implements CustomerAccountEvent {}
