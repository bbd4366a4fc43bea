package io.receivables.bench;

import io.receivables.bench.book.Book;
import io.receivables.bench.book.Book.Shape;
import io.receivables.bench.book.BookCounts;
import io.receivables.bench.book.BookGenerator;
import io.receivables.bench.book.KeptBook;
import io.receivables.bench.figure.Figure;
import io.receivables.bench.figure.Figures;
import io.receivables.bench.figure.FilledLedger;
import io.receivables.bench.run.BenchDatabase;
import io.receivables.bench.run.Effort;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Memory;
import io.receivables.bench.run.Profile;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Run;
import io.receivables.bench.run.Service;
import io.receivables.command.openitem.OpenItemsFill;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One run: a database, the service in this JVM, a book, and the figures one after the other.
 *
 * @param kept where the database stays, and is found again; null: it goes with the run
 * @param profiled whether each figure is recorded
 */
record Measurement(Shape shape, Effort effort, Path folder, @Nullable Path kept, boolean profiled) {

    /** @param only the names of the figures; empty: all */
    Report run(List<String> only) throws Exception {
        var report = new Report();
        try (var database = BenchDatabase.start(kept == null ? folder : kept, kept != null, profiled);
                var plain = database.pool(80);
                var service = Service.start(database, folder)) {
            // The store's own guard forbids changes, not appends; only nobody may read half a book.
            var ledger = new Ledger(service, JdbcClient.create(plain));
            ledger.stop();
            var before = kept == null ? Optional.<Book>empty() : KeptBook.in(kept, shape);
            var book = before.isPresent() ? before.get() : generate(plain, service, report);
            report.note(BookCounts.of(plain));
            var run = new Run(database, plain, service, book, effort, folder);
            if (only.isEmpty() || only.contains(Figures.first().name())) {
                measure(Figures.first(), run, report);
            } else {
                FilledLedger.of(run);
            }
            for (var figure : Figures.others()) {
                if (only.isEmpty() || only.contains(figure.name())) {
                    measure(figure, run, report);
                }
            }
        }
        return report;
    }

    private Book generate(DataSource plain, Service service, Report report) throws Exception {
        long began = System.nanoTime();
        var book = BookGenerator.generate(plain, shape, LocalDate.now(ZoneId.of(Book.TIME_ZONE)).minusDays(1));
        service.bean(OpenItemsFill.class).fill();
        report.note("book: %,d invoices, %,d accounts, %,d events of %d months, generated in %.0f s".formatted(
                shape.invoices(), shape.accounts(), book.events(), shape.months(), (System.nanoTime() - began) / 1e9));
        if (kept != null) {
            KeptBook.keep(kept, book);
        }
        return book;
    }

    private void measure(Figure figure, Run run, Report report) throws Exception {
        System.out.println(figure.name());
        Memory.forget();
        if (profiled) {
            try (var profile = new Profile(folder.resolve(figure.name() + ".jfr"), run.jdbc())) {
                figure.measure(run, report);
                profile.print();
            }
        } else {
            figure.measure(run, report);
        }
        report.note("memory of " + figure.name() + ": " + Memory.peak());
    }
}
