package io.receivables.events.account;

/** What kind of claim an account or invoice carries: trade, non-trade, or other (shareholders, loans, employees). */
public enum ReceivableClass {
    TRADE,
    NON_TRADE,
    OTHER
}
