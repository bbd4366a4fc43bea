package io.receivables.bench.figure;

import io.receivables.bench.run.Report;
import io.receivables.bench.run.Run;

/** One line or more of the table. */
public interface Figure {

    /** As {@code --only} names it. */
    String name();

    void measure(Run run, Report report) throws Exception;
}
