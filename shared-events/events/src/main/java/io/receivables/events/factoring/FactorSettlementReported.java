package io.receivables.events.factoring;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The debtor has paid the factor. Instalments that had stayed in our books leave them. Counts in the books. */
@Revision("1")
public record FactorSettlementReported(FactoringId factoringId, AccountId accountId, LegalEntityId legalEntity,
        FactorId factor, boolean derecognised, FactorSettlementId settlementId, List<ClaimItem> items,
        @Nullable String reference, LocalDate effectiveDate) implements FactoringEvent {}
