package io.receivables.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.bench.book.Book.Shape;
import io.receivables.bench.run.Effort;
import io.receivables.bench.run.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is far too small to say anything about speed. */
class BenchTest {

    /**
     * Each figure checks what it measures and throws when it is wrong: the aged balances of the generated book tie and agree
     * to the cent with the hand-written SQL, every call succeeds, what is read back is complete.
     */
    @Test
    void everyFigureIsMeasured(@TempDir Path folder) throws Exception {
        var report = new Measurement(new Shape(500, 36, 1), new Effort(64, 1, 64), folder, null, false).run(List.of());

        assertThat(report.results()).extracting(Result::figure)
                .contains("fill the read side, live processor", "aged balance today, by account, sort balance",
                        "aged balance as at 12 months ago, known then", "read events, decoded",
                        "reply to visible, same process, p50", "reply to visible, a second process, p50",
                        "issue invoice, in process, 64 callers", "allocate payment, in process, 1 caller",
                        "POST /v1/invoices, 64 connections", "POST /v1/batches, 1024 commands");
    }
}
