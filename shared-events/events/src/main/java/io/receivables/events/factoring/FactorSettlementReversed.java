package io.receivables.events.factoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.ClaimItem;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What the factor had reported was not so. Counts in the books.
 *
 * @param reportedDate on which the debtor was said to have paid; null, as in facts of before it was said: {@code effectiveDate}
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactorSettlementReversed(FactoringId factoringId, AccountId accountId, LegalEntityId legalEntity,
        FactorId factor, boolean derecognised, FactorSettlementId settlementId, List<ClaimItem> items, String reason,
        LocalDate effectiveDate, @Nullable LocalDate reportedDate) implements FactoringEvent {

    /** Of a report of the same day. */
    public FactorSettlementReversed(FactoringId factoringId, AccountId accountId, LegalEntityId legalEntity,
            FactorId factor, boolean derecognised, FactorSettlementId settlementId, List<ClaimItem> items,
            String reason, LocalDate effectiveDate) {
        this(factoringId, accountId, legalEntity, factor, derecognised, settlementId, items, reason, effectiveDate,
                null);
    }
}
