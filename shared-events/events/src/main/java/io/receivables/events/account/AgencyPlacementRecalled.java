package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Claims came back from the agency.
 *
 * @param items those that were still placed, as they were placed
 */
@Revision("1")
public record AgencyPlacementRecalled(AccountId accountId, LegalEntityId legalEntity, AgencyPlacementId placementId,
        List<ClaimItem> items, String reason, LocalDate effectiveDate) implements CollectionEvent {}
