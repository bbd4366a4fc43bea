package io.receivables.command.account;

import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PlanItem;
import io.receivables.events.account.PlanRate;
import java.time.LocalDate;
import java.util.List;

/**
 * A schedule that is offered.
 *
 * @param items what it covers, as it is open at the date
 */
public record PaymentPlanClaim(PaymentPlanId planId, List<PlanItem> items, List<PlanRate> rates, String reason,
        LocalDate effectiveDate) {}
