package io.receivables.command.credit;

import io.receivables.command.policy.ApprovalLimit;
import io.receivables.events.money.Money;
import io.receivables.events.refund.RefundId;
import java.time.LocalDate;

/**
 * An amount that somebody wants to give back.
 *
 * @param limit up to which nobody else needs to agree
 */
public record RefundClaim(RefundId refundId, Money amount, String reason, LocalDate effectiveDate, ApprovalLimit limit,
        String requestedBy) {}
