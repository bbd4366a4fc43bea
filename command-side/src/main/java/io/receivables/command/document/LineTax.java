package io.receivables.command.document;

import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Value added tax of a document: rounded half up once for each rate on the sum of its lines, as EN 16931 (BR-CO-17) has
 * it, and split over the lines by the largest remainder, so that the lines add up to the legal amount.
 */
final class LineTax {

    private LineTax() {}

    static List<InvoiceLine> perLine(List<LineBody> bodies) {
        var taxes = new Money[bodies.size()];
        var byRate = IntStream.range(0, bodies.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> bodies.get(i).taxRate().value().stripTrailingZeros()));
        byRate.forEach((rate, indexes) -> {
            var nets = indexes.stream().map(i -> bodies.get(i).netAmount()).toList();
            var net = nets.stream().reduce(Money::plus).orElseThrow();
            var tax = net.percentageRoundedHalfUp(new Percentage(rate));
            var parts = net.isZero() ? nets : tax.splitBy(nets.stream().map(Money::minorUnits).toList());
            for (int i = 0; i < parts.size(); i++) {
                taxes[indexes.get(i)] = parts.get(i);
            }
        });
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> new InvoiceLine(bodies.get(i).description(),
                        bodies.get(i).netAmount(), bodies.get(i).taxRate(), taxes[i]))
                .toList();
    }
}
