package io.receivables.query.ledger;

/**
 * What of the invoices of an account is marked.
 *
 * @param amount in minor units, above zero
 */
public record MarkedAmount(String accountId, String customerId, long amount) {}
