package io.receivables.query.page;

import static java.util.stream.Collectors.joining;

import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.page.InvoiceSheet.SettlementLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What settled an invoice, read from its own history; reversed ones stay listed. */
final class Settlements {

    private Settlements() {}

    static List<SettlementLine> of(List<PastFact> facts, Links links) {
        Map<AllocationId, LocalDate> reversed = new HashMap<>();
        for (var fact : facts) {
            if (fact.event() instanceof InvoiceSettlementReversed taken) {
                reversed.put(taken.allocationId(), taken.effectiveDate());
            }
        }
        return facts.stream()
                .filter(fact -> fact.event() instanceof InvoiceSettledInPart)
                .map(fact -> (InvoiceSettledInPart) fact.event())
                .map(settled -> line(settled, reversed.get(settled.allocationId()), links))
                .toList();
    }

    private static SettlementLine line(InvoiceSettledInPart settled, @Nullable LocalDate reversed, Links links) {
        boolean cash = settled.source().kind() == CreditSource.Kind.PAYMENT;
        var id = settled.source().id();
        var instalments = settled.parts()
                .stream()
                .map(part -> String.valueOf(part.instalment()))
                .collect(joining(", "));
        return new SettlementLine(settled.allocationId().value(), cash ? "payment" : "creditNote", id,
                cash ? links.payment(id) : links.creditNote(id), instalments,
                Amount.of(SettledPart.amountOf(settled.parts())), Amount.of(SettledPart.discountOf(settled.parts())),
                settled.effectiveDate(), reversed);
    }
}
