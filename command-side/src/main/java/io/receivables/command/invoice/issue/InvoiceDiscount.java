package io.receivables.command.invoice.issue;

import io.receivables.events.account.TaxMode;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.util.List;

/** The amount of a discount that is given in percent. */
final class InvoiceDiscount {

    private InvoiceDiscount() {}

    /**
     * Of the total where the tax falls with it; of the net amount where the tax is kept, or was computed on the net amount
     * less discount. A document without lines tells no tax: then the total is the base. Rounded half up.
     */
    static Money amount(Percentage percent, TaxMode taxMode, List<InvoiceLine> lines, Money total) {
        var base = taxMode == TaxMode.INCLUDED || lines.isEmpty()
                ? total
                : lines.stream().map(InvoiceLine::netAmount).reduce(Money::plus).orElseThrow();
        return base.percentageRoundedHalfUp(percent);
    }
}
