package io.receivables.platform.resource;

import io.receivables.events.invoice.Instalment;
import io.receivables.events.money.Money;

/**
 * What has been recorded against one instalment up to a date.
 *
 * @param paid settled in cash, without discount
 * @param credited settled by credit notes
 * @param discounted early-payment discount granted
 * @param writtenOff given up
 * @param cancelled void because the invoice was cancelled
 * @param rescheduled moved to instalments with other due dates
 * @param smallDifference given up as too small to ask for
 * @param factored owed to a factor alone
 */
public record InstalmentFigures(Instalment instalment, Money paid, Money credited, Money discounted, Money writtenOff,
        Money cancelled, Money rescheduled, Money smallDifference, Money factored) {

    public Money due() {
        return instalment.amount()
                .minus(paid)
                .minus(credited)
                .minus(discounted)
                .minus(writtenOff)
                .minus(cancelled)
                .minus(rescheduled)
                .minus(smallDifference)
                .minus(factored);
    }
}
