package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.CreditLimit;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.entity.LegalEntityId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that share a credit limit.
 *
 * @param limits in the order in which they were set; of those whose dates hold a day the last one is in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditGroupResource(CreditGroupId creditGroupId, LegalEntityId legalEntity, Currency currency,
        List<CreditLimit> limits, long version, @Nullable Long position) implements Versioned {

    @Override
    public CreditGroupResource at(long at) {
        return new CreditGroupResource(creditGroupId, legalEntity, currency, limits, version, at);
    }
}
