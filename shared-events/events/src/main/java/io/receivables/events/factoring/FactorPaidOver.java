package io.receivables.events.factoring;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** We have transferred to the factor what we owed it. */
@Revision("1")
public record FactorPaidOver(FactoringId factoringId, AccountId accountId, LegalEntityId legalEntity, FactorId factor,
        boolean derecognised, FactorPayoutId payoutId, Money amount, @Nullable String reference,
        LocalDate effectiveDate) implements FactoringEvent {}
