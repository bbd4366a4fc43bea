package io.receivables.command.factoring;

import io.receivables.command.invoice.Receivable;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.Streams;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.factoring.FactorDebtId;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Cash that settles what a factor may claim is owed to the factor, whatever brought it there: the debt arises and falls with
 * the allocation, in its transaction.
 */
@Component
public class FactorDebts {

    private final Streams<Factoring> factorings;

    FactorDebts(Streams<Factoring> factorings) {
        this.factorings = factorings;
    }

    /** An allocation was made. Of a credit note the factor can claim nothing. */
    public void incur(CreditSource source, Loaded<? extends Receivable> receivable, AllocationId id,
            List<SettledPart> parts, LocalDate date) {
        if (source.kind() != CreditSource.Kind.PAYMENT) {
            return;
        }
        for (var factoring : receivable.ask(it -> it.factorings(parts))) {
            var invoice = receivable.ask(Receivable::invoice).orElseThrow();
            var cash = parts.stream()
                    .filter(part -> part.amount().isPositive())
                    .map(part -> new InstalmentAmount(part.instalment(), part.amount()))
                    .toList();
            factorings.load(factoring)
                    .decide(it -> it.cashCame(new FactorDebtId(id.value()), new PaymentId(source.id()), invoice, cash,
                            date));
        }
    }

    /** An allocation was taken back. */
    public void reverse(Loaded<? extends Receivable> receivable, AllocationId id, List<SettledPart> parts,
            String reason, LocalDate date) {
        for (var factoring : receivable.ask(it -> it.factorings(parts))) {
            factorings.load(factoring).decide(it -> it.cashLeft(new FactorDebtId(id.value()), reason, date));
        }
    }
}
