package io.receivables.command.account;

import io.receivables.events.account.CreditLimit;
import io.receivables.events.account.CreditLimitId;
import java.time.LocalDate;

/** A credit limit as somebody wants it. */
public record CreditLimitClaim(CreditLimitId creditLimitId, CreditLimit limit, String reason, String requestedBy,
        LocalDate effectiveDate) {}
