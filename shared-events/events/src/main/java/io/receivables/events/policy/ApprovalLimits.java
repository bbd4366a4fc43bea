package io.receivables.events.policy;

import io.receivables.events.money.Money;

/**
 * Up to these amounts one person may decide alone; above them a second one approves.
 *
 * @param writeOffLimit for one write-off
 * @param refundLimit for one refund
 */
public record ApprovalLimits(Money writeOffLimit, Money refundLimit) {}
