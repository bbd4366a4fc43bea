package io.receivables.events.accountmapping;

/** When value added tax on sales falls due. */
public enum VatRegime {
    /** With the invoice: goods, and services by option (CGI 269-2). */
    ON_DEBITS,
    /** With the customer's money: services by default. Until then the tax is pending. */
    ON_CASH
}
