package io.receivables.command.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node ends in the middle of a batch. */
class BatchRunTest {

    private static final int LINES = 4_000;

    private final Book book = Book.open();
    private final Batches batches = new Batches(Api.as(Role.CONTROLLER));
    private final BatchStore store = CommandServer.context().getBean(BatchStore.class);
    private final BatchRun run = CommandServer.context().getBean(BatchRun.class);
    private final BatchWorker worker = CommandServer.context().getBean(BatchWorker.class);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);

    @BeforeEach
    void nobodyElseRunsIt() {
        worker.stop();
    }

    @AfterEach
    void everybodyRunsAgain() {
        worker.start();
    }

    @Test
    void anotherGoesOnWhereOneHasCrashed() {
        var invoices = IntStream.range(0, LINES).mapToObj(_ -> Book.id("INV")).toList();
        var path = batches.accepted("", invoices.stream()
                .map(id -> Batches.line(Book.id("key"), "IssueInvoice", Batches.invoice(book, id, "1.00")))
                .toList());
        var job = UUID.fromString(path.substring("/v1/jobs/".length()));
        assertThat(batches.get(path).get("state").asString()).isEqualTo("QUEUED");

        var order = store.claim("the first").orElseThrow();
        assertThat(order.jobId()).isEqualTo(job);
        var asked = new AtomicInteger();
        assertThat(run.run(order, "the first", () -> asked.incrementAndGet() > 2)).isFalse();
        int done = store.lastOutcome(job);
        assertThat(done).isBetween(1, LINES - 1);
        // As if it had crashed after the last commit, before the outcomes were written.
        jdbc.sql(
                """
                        with lost as (delete from command.batch_outcomes where job_id = :job and last_line = :last
                                      returning cardinality(lines) as lines)
                        update command.batch_job
                           set done = done - lost.lines, succeeded = succeeded - lost.lines, last_outcome = last_outcome - lost.lines
                          from lost where job_id = :job""")
                .param("job", job)
                .param("last", done)
                .update();
        assertThat(store.lastOutcome(job)).isBetween(1, done - 1);

        assertThat(store.claim("the second")).as("the first one's claim holds").isEmpty();
        jdbc.sql("update command.batch_job set lease_until = now() - interval '1 second' where job_id = ?")
                .param(job)
                .update();
        worker.start();
        var summary = batches.done(path);
        assertThat(summary.get("succeeded").asInt()).isEqualTo(LINES);
        assertThat(summary.get("done").asInt()).isEqualTo(LINES);
        assertThat(jdbc.sql("""
                select count(*) from eventstore.event e join unnest(?) as w (id)
                  on e.aggregate_identifier = 'invoice/' || w.id""")
                .param(invoices.toArray(String[]::new))
                .query(Integer.class)
                .single()).isEqualTo(LINES);
        assertThat(store.keep(job, "the first")).as("the first one is no longer asked").isFalse();
    }

    @Test
    void whatTwoRunsHaveWrittenCountsOnce() {
        var path = batches.accepted("", Stream.generate(() -> Book.id("INV"))
                .limit(3)
                .map(id -> Batches.line(Book.id("key"), "IssueInvoice", Batches.invoice(book, id, "1.00")))
                .toList());
        var job = UUID.fromString(path.substring("/v1/jobs/".length()));
        store.addOutcomes(job, List.of(issued(1), issued(2)));
        store.addOutcomes(job, List.of(issued(1), issued(2), issued(3)));
        assertThat(store.outcomes(job, 0, null, 10)).containsExactly(issued(1), issued(2), issued(3));
        var summary = batches.get(path);
        assertThat(summary.get("done").asInt()).isEqualTo(3);
        assertThat(summary.get("succeeded").asInt()).isEqualTo(3);
    }

    @Test
    void outcomesOfRunsBesideEachOtherAreThereOnce() throws Exception {
        int lines = 2_000;
        var path = batches.accepted("", IntStream.rangeClosed(1, lines)
                .mapToObj(_ -> Batches.line(Book.id("key"), "IssueInvoice", "{}"))
                .toList());
        var job = UUID.fromString(path.substring("/v1/jobs/".length()));
        var all = IntStream.rangeClosed(1, lines)
                .mapToObj(line -> line % 7 == 0 ? refused(line) : issued(line))
                .toList();
        try (var runs = Executors.newVirtualThreadPerTaskExecutor()) {
            // Each in parts of its own size, as after a part that was lost.
            var written = IntStream.of(13, 17, 50, 64).mapToObj(size -> runs.submit(() -> {
                for (int begin = 0; begin < lines; begin += size) {
                    store.addOutcomes(job, all.subList(begin, Math.min(begin + size, lines)));
                }
            })).toList();
            for (var run : written) {
                run.get();
            }
        }
        assertThat(store.outcomes(job, 0, null, 2 * lines)).isEqualTo(all);
        assertThat(store.outcomes(job, 1_000, false, 2)).containsExactly(refused(1_001), refused(1_008));
        assertThat(store.outcomes(job, 1_000, true, 2)).containsExactly(issued(1_002), issued(1_003));
        var summary = batches.get(path);
        assertThat(summary.get("done").asInt()).isEqualTo(lines);
        assertThat(summary.get("succeeded").asInt()).isEqualTo(lines - lines / 7);
        assertThat(store.lastOutcome(job)).isEqualTo(lines);
    }

    private static LineOutcome refused(int line) {
        var error = new Refusal.FieldError("/total", ProblemCode.REQUIRED, "is required");
        return new LineOutcome(line, "key", "IssueInvoice", 400, "REQUIRED", "one field", List.of(error), null, null);
    }

    private static LineOutcome issued(int line) {
        return new LineOutcome(line, "key", "IssueInvoice", 201, null, null, List.of(), null, (long) line);
    }
}
