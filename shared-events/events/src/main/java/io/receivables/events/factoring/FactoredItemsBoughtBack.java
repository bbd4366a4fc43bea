package io.receivables.events.factoring;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The factor has returned instalments. Those that had left our books are in them again. Counts in the books.
 *
 * @param items with what was neither paid to the factor nor to us for it
 */
@Revision("1")
public record FactoredItemsBoughtBack(FactoringId factoringId, AccountId accountId, LegalEntityId legalEntity,
        FactorId factor, boolean derecognised, List<ClaimItem> items, String reason,
        LocalDate effectiveDate) implements FactoringEvent {}
