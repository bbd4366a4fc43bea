package io.receivables.events.account;

/**
 * How an early-payment discount meets value added tax: INCLUDED lowers base and tax, EXCLUDED lowers the base only,
 * MIXED computes the tax from the start on the discounted base.
 */
public enum TaxMode {
    INCLUDED,
    EXCLUDED,
    MIXED
}
