package io.receivables.query.ledger;

import io.receivables.query.ledger.LedgerWriter.DatedFact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Clocks of several nodes disagree: the time that is answered never falls behind that of an earlier position. */
final class RisingTimes {

    private Instant last;

    /** @param last what was answered for the fact before, {@link Instant#EPOCH} if there is none */
    RisingTimes(Instant last) {
        this.last = last;
    }

    DatedFact date(RecordedFact fact) {
        var stored = fact.stored().truncatedTo(ChronoUnit.MICROS);
        last = stored.isAfter(last) ? stored : last.plus(1, ChronoUnit.MICROS);
        return new DatedFact(fact, last);
    }
}
