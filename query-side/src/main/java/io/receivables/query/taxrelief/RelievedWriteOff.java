package io.receivables.query.taxrelief;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.ReliefGrounds;
import io.receivables.events.invoice.TaxRelief;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write-off that stands and takes value added tax back.
 *
 * @param total of the invoice
 * @param amount that is written off, of which {@code net} and {@code tax} are the parts
 * @param mention that the duplicate of the invoice must carry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelievedWriteOff(String writeOffId, String invoiceId, String invoiceNumber, LocalDate issueDate, Money total,
        LocalDate effectiveDate, Money amount, @Nullable ReliefGrounds grounds, List<TaxShare> perRate, Money net,
        Money tax, String mention, @Nullable String source) {

    static RelievedWriteOff of(InvoiceIssued issued, InvoiceWrittenOff done, TaxRelief relief, String mention) {
        var currency = issued.total().currency();
        return new RelievedWriteOff(done.writeOffId().value(), issued.invoiceId().value(), issued.invoiceNumber(),
                issued.issueDate(), issued.total(), done.effectiveDate(), InstalmentAmount.total(done.parts()),
                relief.grounds(), relief.perRate(), TaxShare.netOf(relief.perRate(), currency),
                TaxShare.taxOf(relief.perRate(), currency), mention, relief.source());
    }
}
