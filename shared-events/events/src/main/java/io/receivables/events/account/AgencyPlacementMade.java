package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.money.Percentage;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Claims were handed to a collection agency. They stay ours and keep their age; they are not reminded of by us.
 *
 * @param items with what was open of them when they were placed
 * @param feePercent what the agency takes of what it collects; null where it is not agreed in percent
 */
@Revision("1")
public record AgencyPlacementMade(AccountId accountId, LegalEntityId legalEntity, AgencyPlacementId placementId,
        String agency, List<ClaimItem> items, @Nullable Percentage feePercent,
        LocalDate effectiveDate) implements CollectionEvent {}
