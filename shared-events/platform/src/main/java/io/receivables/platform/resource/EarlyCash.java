package io.receivables.platform.resource;

import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.EarlyPaymentDiscount;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DiscountRules.Mode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cash on an invoice that came in time for its early-payment discount. */
public final class EarlyCash {

    private final Money none;
    private final @Nullable EarlyPaymentDiscount offered;
    private final Map<AllocationId, InvoiceSettledInPart> inTime = new LinkedHashMap<>();
    private final Map<AllocationId, LocalDate> reversed = new HashMap<>();

    public EarlyCash(InvoiceIssued issued) {
        this.none = Money.zero(issued.total().currency());
        this.offered = issued.discount();
    }

    public void evolve(InvoiceEvent event) {
        if (event instanceof InvoiceSettledInPart settled && isInTime(settled)) {
            inTime.put(settled.allocationId(), settled);
        } else if (event instanceof InvoiceSettlementReversed taken && inTime.containsKey(taken.allocationId())) {
            reversed.put(taken.allocationId(), taken.effectiveDate());
        }
    }

    /** What of it stands at a date. */
    public Money at(LocalDate date) {
        return inTime.values()
                .stream()
                .filter(settled -> !settled.effectiveDate().isAfter(date))
                .filter(settled -> reversed.getOrDefault(settled.allocationId(), LocalDate.MAX).isAfter(date))
                .map(settled -> SettledPart.amountOf(settled.parts()))
                .reduce(none, Money::plus);
    }

    /** What of it stands after everything that is recorded. */
    public Money last() {
        return at(LocalDate.MAX.minusDays(1));
    }

    /**
     * The allocations whose discount was for payment of all in time, which is no longer so without another allocation: none
     * where that one did not come in time, or where the discount goes with each part.
     */
    public List<InvoiceSettledInPart> unearnedWithout(AllocationId taken) {
        if (offered == null || offered.mode() == Mode.PRO_RATA
                || !inTime.containsKey(taken)) {
            return List.of();
        }
        return inTime.values()
                .stream()
                .filter(settled -> Boolean.TRUE.equals(settled.discountEarned()))
                .filter(settled -> !reversed.containsKey(settled.allocationId())
                        && !settled.allocationId().equals(taken))
                .toList();
    }

    private boolean isInTime(InvoiceSettledInPart settled) {
        return offered != null && settled.source().kind() == CreditSource.Kind.PAYMENT && settled.moneyDate() != null
                && !settled.moneyDate().isAfter(offered.lastDay());
    }
}
