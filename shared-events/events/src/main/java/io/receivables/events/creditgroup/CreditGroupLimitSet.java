package io.receivables.events.creditgroup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.Currency;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a group may owe no more than this together, within its dates and before limits that were set earlier. The
 * first one begins the group.
 *
 * @param currency of the group and of every account in it; it never changes
 * @param policyVersion the version that tells who may set it; null where no policy was valid
 * @param creditLimitId under which it was asked for; null: one person could set it
 * @param approvedBy the second person; null where one person could set it
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditGroupLimitSet(CreditGroupId creditGroupId, LegalEntityId legalEntity, Currency currency,
        CreditLimit limit, String reason, String setBy, @Nullable Integer policyVersion,
        LocalDate effectiveDate, @Nullable CreditLimitId creditLimitId,
        @Nullable String approvedBy) implements CreditGroupEvent {

    /** One that one person could set. */
    public CreditGroupLimitSet(CreditGroupId creditGroupId, LegalEntityId legalEntity, Currency currency,
            CreditLimit limit, String reason, String setBy, @Nullable Integer policyVersion, LocalDate effectiveDate) {
        this(creditGroupId, legalEntity, currency, limit, reason, setBy, policyVersion, effectiveDate, null, null);
    }
}
