package io.receivables.command.invoice;

import io.receivables.events.account.TaxMode;
import io.receivables.events.allocation.DiscountShare;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A discount by tax rate: split in proportion to what the lines of each rate come to with tax, by the largest remainder. */
final class DiscountShares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DiscountShares() {}

    /** Null when there is no discount, or no line that tells the rate. */
    static @Nullable List<DiscountShare> of(InvoiceIssued issued, Money discount) {
        if (discount.isZero() || issued.lines().isEmpty()) {
            return null;
        }
        var grossByRate = new LinkedHashMap<BigDecimal, Long>();
        var rates = new LinkedHashMap<BigDecimal, Percentage>();
        for (InvoiceLine line : issued.lines()) {
            var rate = line.taxRate().value().stripTrailingZeros();
            rates.putIfAbsent(rate, line.taxRate());
            grossByRate.merge(rate, line.netAmount().plus(line.taxAmount()).minorUnits(), Long::sum);
        }
        // A rate of which more was taken off than charged has no part in it.
        var parts = discount.splitBy(grossByRate.values().stream().map(gross -> Math.max(0, gross)).toList());
        var taxMode = issued.discount() == null ? TaxMode.INCLUDED : issued.discount().taxMode();
        var shares = new ArrayList<DiscountShare>();
        for (var rate : rates.values()) {
            var part = parts.get(shares.size());
            var tax = switch (taxMode) {
                case INCLUDED -> part.ratioRoundedHalfUp(rate.value(), HUNDRED.add(rate.value()));
                // Kept in full, or reduced when the invoice was issued.
                case EXCLUDED, MIXED -> Money.zero(discount.currency());
            };
            shares.add(new DiscountShare(rate, part.minus(tax), tax));
        }
        shares.removeIf(share -> share.base().isZero() && share.tax().isZero());
        return List.copyOf(shares);
    }
}
