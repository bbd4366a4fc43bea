package io.receivables.events.creditwriteoff;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The customer claims the credit after all: it is unapplied and free again. */
@Revision("1")
public record CreditWriteOffReversed(CreditWriteOffId creditWriteOffId, CreditSource source, AccountId accountId,
        LegalEntityId legalEntity, Money amount, String reason,
        LocalDate effectiveDate) implements CreditWriteOffEvent {}
