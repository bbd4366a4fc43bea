package io.receivables.events.creditwriteoff;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The credit is not written off; the amount is free again. */
@Revision("1")
public record CreditWriteOffRejected(CreditWriteOffId creditWriteOffId, CreditSource source, AccountId accountId,
        LegalEntityId legalEntity, Money amount, String rejectedBy, @Nullable String reason,
        LocalDate effectiveDate) implements CreditWriteOffEvent {}
