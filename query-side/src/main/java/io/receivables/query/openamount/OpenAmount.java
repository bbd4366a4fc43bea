package io.receivables.query.openamount;

/**
 * What customers of one legal entity owe on invoices and late charges in one currency, unapplied cash and credit not taken off.
 *
 * @param amount in units of the currency; a figure for charts, which need not be exact
 */
record OpenAmount(String legalEntity, String currency, double amount) {}
