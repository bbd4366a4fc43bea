package io.receivables.command.payment;

import io.receivables.command.credit.Credit;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.invoice.SettlementClaim;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.Streams;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Allocates a payment to an invoice: both streams decide, in one transaction. */
@Component
public class PaymentAllocation {

    private final Streams<Invoice> invoices;

    PaymentAllocation(Streams<Invoice> invoices) {
        this.invoices = invoices;
    }

    /** What is asked for; null fields are filled as the API says. */
    public record Wish(AllocationId allocationId, InvoiceId invoiceId, Money amount, @Nullable Integer instalment,
            @Nullable Money discount, @Nullable LocalDate effectiveDate) {}

    /** Loads the invoices in the order of their ids, so that two commands never wait for each other in a circle. */
    public void allocate(Loaded<Payment> payment, List<Wish> wishes) {
        wishes.stream().map(wish -> wish.invoiceId().value()).distinct().sorted().forEach(invoices::load);
        wishes.forEach(wish -> allocate(payment, wish));
    }

    private void allocate(Loaded<Payment> payment, Wish wish) {
        var invoice = invoices.load(wish.invoiceId());
        var received = payment.ask(Payment::received);
        var date = wish.effectiveDate() != null
                ? wish.effectiveDate()
                : Credit.later(received.receivedDate(), invoice.ask(Invoice::issued).issueDate());
        var valueDate = received.valueDate() != null ? received.valueDate() : received.receivedDate();
        var parts = invoice.ask(it -> it.plan(new SettlementClaim(payment.ask(Payment::account), wish.amount(),
                wish.instalment(), wish.discount(), date, valueDate)));
        payment.decide(it -> it.allocate(wish.allocationId(), wish.invoiceId(), parts, date));
        invoice.decide(it -> it.settle(wish.allocationId(), CreditSource.of(received.paymentId()), parts, date));
    }
}
