package io.receivables.command.account;

import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.money.Money;
import java.time.LocalDate;

/** A permission to exceed a limit, as somebody wants it. */
public record CreditOverrideClaim(CreditOverrideId creditOverrideId, Money amount, LocalDate validUntil, String reason,
        String requestedBy) {}
