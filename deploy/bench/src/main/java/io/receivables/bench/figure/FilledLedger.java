package io.receivables.bench.figure;

import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Run;

/** The books brought up to the end of the history, where nobody asks how long that takes. */
public final class FilledLedger {

    private FilledLedger() {}

    /** By a rebuild unless they are there already; the live processor goes on from there. */
    public static void of(Run run) {
        var ledger = new Ledger(run.service(), run.jdbc());
        if (ledger.position() < run.book().events()) {
            FillLedger.rebuild(run.service().http(), run.book().events());
        }
        ledger.start();
        ledger.awaitHead();
    }
}
