package io.receivables.command.invoice;

import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * How much of an amount of an invoice is net and how much is value added tax, at each of its rates: the tax times the amount
 * over the total, by the largest remainder, so that the parts add up to the amount. Part by part the shares never exceed what
 * the invoice has at a rate, and those of all of it are all of it.
 */
final class TaxShares {

    private TaxShares() {}

    /** The invoice itself; empty when it has no lines and so tells of no tax. */
    static List<TaxShare> of(List<InvoiceLine> lines) {
        var byRate = new LinkedHashMap<BigDecimal, TaxShare>();
        for (var line : lines) {
            byRate.merge(line.taxRate().value().stripTrailingZeros(),
                    new TaxShare(line.taxRate(), line.netAmount(), line.taxAmount()), TaxShares::sum);
        }
        return List.copyOf(byRate.values());
    }

    /**
     * The shares of an amount.
     *
     * @param whole of which the amount is a part, with {@code untaxed} beside it
     * @param left what of the whole was not shared out yet, at the same rates
     * @param isRest whether with this amount all of it is
     */
    static List<TaxShare> split(Money amount, List<TaxShare> whole, Money untaxed, List<TaxShare> left,
            boolean isRest) {
        if (isRest) {
            return left;
        }
        var weights = new ArrayList<Long>();
        for (var share : whole) {
            weights.add(share.net().minorUnits());
            weights.add(share.tax().minorUnits());
        }
        weights.add(untaxed.minorUnits());
        var parts = amount.splitBy(weights);
        var shares = new ArrayList<TaxShare>();
        for (int i = 0; i < whole.size(); i++) {
            var tax = parts.get(2 * i + 1).min(left.get(i).tax());
            var net = parts.get(2 * i).plus(parts.get(2 * i + 1)).minus(tax);
            shares.add(new TaxShare(whole.get(i).taxRate(), net, tax));
        }
        return List.copyOf(shares);
    }

    /** Rate by rate, of two lists with the same rates; an empty one is nothing. */
    static List<TaxShare> plus(List<TaxShare> one, List<TaxShare> other) {
        return one.isEmpty() ? other : combine(one, other, Money::plus);
    }

    static List<TaxShare> minus(List<TaxShare> one, List<TaxShare> other) {
        return combine(one, other, Money::minus);
    }

    /** The smaller tax of each rate, with the net that goes with it in {@code one}. */
    static List<TaxShare> least(List<TaxShare> one, List<TaxShare> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> new TaxShare(one.get(i).taxRate(), one.get(i).net(),
                        one.get(i).tax().min(other.get(i).tax())))
                .toList();
    }

    private static List<TaxShare> combine(List<TaxShare> one, List<TaxShare> other, BinaryOperator<Money> operation) {
        return other.isEmpty()
                ? one
                : IntStream.range(0, one.size())
                        .mapToObj(i -> new TaxShare(one.get(i).taxRate(),
                                operation.apply(one.get(i).net(), other.get(i).net()),
                                operation.apply(one.get(i).tax(), other.get(i).tax())))
                        .toList();
    }

    private static TaxShare sum(TaxShare one, TaxShare other) {
        return new TaxShare(one.taxRate(), one.net().plus(other.net()), one.tax().plus(other.tax()));
    }
}
