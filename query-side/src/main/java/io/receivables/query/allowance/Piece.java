package io.receivables.query.allowance;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.policy.RiskClass;

/**
 * A part of an open claim that is judged by one rate. Amounts are in minor units.
 *
 * @param doubtful whether it is judged apart from the matrix
 * @param gross what is open
 * @param net without tax
 * @param secured the part of the net amount that is insured or secured
 */
record Piece(String accountId, ReceivableClass receivableClass, RiskClass riskClass, int band, boolean doubtful,
        long gross, long net, long secured) {

    Piece secured(long amount) {
        return new Piece(accountId, receivableClass, riskClass, band, doubtful, gross, net, amount);
    }

    /** What can be lost. */
    long base() {
        return net - secured;
    }
}
