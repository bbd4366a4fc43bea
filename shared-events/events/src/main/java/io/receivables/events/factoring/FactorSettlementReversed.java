package io.receivables.events.factoring;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/** What the factor had reported was not so. Counts in the books. */
@Revision("1")
public record FactorSettlementReversed(FactoringId factoringId, AccountId accountId, LegalEntityId legalEntity,
        FactorId factor, boolean derecognised, FactorSettlementId settlementId, List<ClaimItem> items, String reason,
        LocalDate effectiveDate) implements FactoringEvent {}
