package io.receivables.command.credit;

import io.receivables.command.policy.ApprovalLimit;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A credit that somebody wants to keep as income.
 *
 * @param limit up to which nobody else needs to agree
 * @param lapsesOn the first day on which the customer can no longer claim it; null where the policy names no period
 * @param small up to this amount it may be written off before that day
 */
public record CreditWriteOffClaim(CreditWriteOffId creditWriteOffId, Money amount, String reason,
        LocalDate effectiveDate, ApprovalLimit limit, @Nullable LocalDate lapsesOn, Money small, String requestedBy) {}
