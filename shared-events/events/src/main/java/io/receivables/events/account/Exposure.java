package io.receivables.events.account;

import io.receivables.events.money.Money;

/**
 * What counts against a credit limit, and of what it is made up. A part that the policy leaves out is zero.
 *
 * @param openReceivables every open instalment, disputed ones too
 * @param unapplied cash and credit that settles nothing yet; lowers the total
 * @param notFinal debits and cheques that may still come back
 * @param secured lowers the total
 * @param total below zero where more is unapplied and secured than owed
 */
public record Exposure(Money openReceivables, Money unapplied, Money notFinal, Money deliveredNotInvoiced,
        Money openOrders, Money drafts, Money secured, Money total) {

    public static Exposure of(Money openReceivables, Money unapplied, Money notFinal, Money deliveredNotInvoiced,
            Money openOrders, Money drafts, Money secured) {
        return new Exposure(openReceivables, unapplied, notFinal, deliveredNotInvoiced, openOrders, drafts, secured,
                openReceivables.minus(unapplied)
                        .plus(notFinal)
                        .plus(deliveredNotInvoiced)
                        .plus(openOrders)
                        .plus(drafts)
                        .minus(secured));
    }

    /** For a refusal: the total and its parts. */
    public String inWords() {
        return total + " (open receivables " + openReceivables + ", less unapplied " + unapplied + ", not final "
                + notFinal + ", delivered not invoiced " + deliveredNotInvoiced + ", open orders " + openOrders
                + ", drafts " + drafts + ", less secured " + secured + ")";
    }
}
