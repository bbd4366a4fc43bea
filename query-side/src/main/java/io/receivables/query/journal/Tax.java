package io.receivables.query.journal;

import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Amounts split by rate of value added tax. */
record Tax(List<TaxShare> shares) {

    /** By rate; empty where there are no lines, for then the tax is not known. */
    static Tax of(List<InvoiceLine> lines) {
        var byRate = new TreeMap<BigDecimal, TaxShare>();
        for (var line : lines) {
            byRate.merge(line.taxRate().value().stripTrailingZeros(),
                    new TaxShare(line.taxRate(), line.netAmount(), line.taxAmount()),
                    (one, other) -> new TaxShare(one.taxRate(), one.net().plus(other.net()),
                            one.tax().plus(other.tax())));
        }
        return new Tax(List.copyOf(byRate.values()));
    }

    /**
     * What of the tax falls on a part that grows from one amount to another, so that all parts of the whole together have
     * the whole tax to the cent.
     */
    List<TaxShare> between(Money from, Money to) {
        var before = upTo(from);
        var after = upTo(to);
        var between = new ArrayList<TaxShare>();
        for (int i = 0; i < shares.size(); i++) {
            between.add(new TaxShare(shares.get(i).taxRate(), after.get(2 * i).minus(before.get(2 * i)),
                    after.get(2 * i + 1).minus(before.get(2 * i + 1))));
        }
        return List.copyOf(between);
    }

    /** Net and tax of each rate, one after the other. */
    private List<Money> upTo(Money part) {
        var weights = new ArrayList<Long>();
        shares.forEach(share -> {
            weights.add(share.net().minorUnits());
            weights.add(share.tax().minorUnits());
        });
        return part.splitBy(weights);
    }

    static Posting posting(AccountRole role, Percentage rate, Money amount) {
        return new Posting(role, rate, null, amount);
    }
}
