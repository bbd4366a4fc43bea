package io.receivables.events.factoring;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;

/**
 * What happened to receivables that were assigned to a factor. Each fact carries whether the assignment has taken them out
 * of our books, so that it can be counted by itself.
 */
public sealed interface FactoringEvent extends AccountEntry
        permits
        ReceivablesFactored,
        FactoredItemsBoughtBack,
        FactorSettlementReported,
        FactorSettlementReversed,
        FactorDebtIncurred,
        FactorDebtReversed,
        FactorPaidOver {

    FactoringId factoringId();

    FactorId factor();

    /** Whether what was assigned has left our books. */
    boolean derecognised();

    @Override
    AccountId accountId();
}
