package io.receivables.events.rate;

import io.receivables.events.ReceivablesEvent;

/** What happened to a reference rate. Rates are common to all legal entities. */
public sealed interface ReferenceRateEvent extends ReceivablesEvent permits ReferenceRateSet {

    /** Its name: {@code ECB_MRO}. */
    String rate();
}
