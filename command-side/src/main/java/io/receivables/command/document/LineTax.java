package io.receivables.command.document;

import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Value added tax of a document: rounded half up once for each rate on the sum of its lines, as EN 16931 (BR-CO-17) has
 * it, and split over the lines by the largest remainder, so that the lines add up to the legal amount.
 */
public final class LineTax {

    private LineTax() {}

    static List<InvoiceLine> perLine(List<LineBody> bodies) {
        var lines = bodies.stream()
                .map(body -> new InvoiceLine(body.description(), body.netAmount(), body.taxRate(),
                        Money.zero(body.netAmount().currency())))
                .toList();
        return taxed(lines, Map.of());
    }

    /**
     * The same lines with the tax on what stays of them after an early-payment discount, whether it will be taken or not. The
     * discount falls on the rates in proportion to their net amounts.
     */
    public static List<InvoiceLine> lessDiscount(List<InvoiceLine> lines, Money discount) {
        if (lines.isEmpty()) {
            return lines;
        }
        var nets = netByRate(lines);
        // A rate of which more was taken off than charged has no part in it.
        var parts = discount.splitBy(nets.values().stream().map(net -> Math.max(0, net.minorUnits())).toList());
        var reductions = new LinkedHashMap<BigDecimal, Money>();
        nets.keySet().forEach(rate -> reductions.put(rate, parts.get(reductions.size())));
        return taxed(lines, reductions);
    }

    /** @param reductions what the taxed amount of a rate is lower by; a rate that is left out is taxed in full */
    private static List<InvoiceLine> taxed(List<InvoiceLine> lines, Map<BigDecimal, Money> reductions) {
        var taxes = new LinkedHashMap<Integer, Money>();
        netByRate(lines).forEach((rate, net) -> {
            var indexes = new ArrayList<Integer>();
            for (int i = 0; i < lines.size(); i++) {
                if (rateOf(lines.get(i)).equals(rate)) {
                    indexes.add(i);
                }
            }
            var nets = indexes.stream().map(i -> lines.get(i).netAmount()).toList();
            var reduction = reductions.get(rate);
            var tax = (reduction == null ? net : net.minus(reduction)).percentageRoundedHalfUp(new Percentage(rate));
            var parts = net.isZero() ? nets : tax.splitBy(nets.stream().map(Money::minorUnits).toList());
            for (int i = 0; i < parts.size(); i++) {
                taxes.put(indexes.get(i), parts.get(i));
            }
        });
        var taxed = new ArrayList<InvoiceLine>();
        for (var line : lines) {
            taxed.add(new InvoiceLine(line.description(), line.netAmount(), line.taxRate(),
                    Objects.requireNonNull(taxes.get(taxed.size()))));
        }
        return List.copyOf(taxed);
    }

    private static Map<BigDecimal, Money> netByRate(List<InvoiceLine> lines) {
        var nets = new LinkedHashMap<BigDecimal, Money>();
        lines.forEach(line -> nets.merge(rateOf(line), line.netAmount(), Money::plus));
        return nets;
    }

    private static BigDecimal rateOf(InvoiceLine line) {
        return line.taxRate().value().stripTrailingZeros();
    }
}
