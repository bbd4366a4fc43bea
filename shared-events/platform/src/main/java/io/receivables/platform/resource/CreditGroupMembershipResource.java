package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditgroup.CreditGroupId;
import org.jspecify.annotations.Nullable;

/**
 * The group whose limit an account counts against.
 *
 * @param creditGroupId null: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditGroupMembershipResource(AccountId accountId, @Nullable CreditGroupId creditGroupId, long version,
        @Nullable Long position) implements Versioned {

    @Override
    public CreditGroupMembershipResource at(long at) {
        return new CreditGroupMembershipResource(accountId, creditGroupId, version, at);
    }
}
