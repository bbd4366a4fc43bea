package io.receivables.events.period;

import io.receivables.events.money.Money;

/**
 * What a legal entity was owed in one currency at the end of a month.
 *
 * @param invoices what is open of invoices
 * @param charges what is open of late charges
 * @param unapplied cash and credit that settles nothing yet, above zero
 * @param balance invoices and charges, less what is unapplied
 * @param unidentified cash that nobody has identified: in no account, so in no balance
 */
public record ControlTotal(Money invoices, Money charges, Money unapplied, Money balance, Money unidentified) {}
