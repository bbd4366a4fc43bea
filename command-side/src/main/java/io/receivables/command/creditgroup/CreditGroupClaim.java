package io.receivables.command.creditgroup;

import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitId;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A limit of a group as somebody wants it.
 *
 * @param creditLimitId under which it waits if a second person decides
 */
public record CreditGroupClaim(CreditGroupId creditGroupId, LegalEntityId legalEntity, Currency currency,
        CreditLimitId creditLimitId, CreditLimit limit, String reason, String requestedBy, LocalDate effectiveDate) {}
