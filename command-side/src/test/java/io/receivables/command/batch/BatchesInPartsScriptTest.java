package io.receivables.command.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.CommandServer;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A batch that an older version has received and not finished. */
class BatchesInPartsScriptTest {

    private static final int LINES = 2_500;

    private final BatchStore store = CommandServer.context().getBean(BatchStore.class);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);
    private final PlatformTransactionManager transactions = CommandServer.context()
            .getBean(PlatformTransactionManager.class);

    @Test
    void itsLinesAreAllThereInOrder() throws IOException {
        var script = script();
        var job = UUID.randomUUID();
        var other = UUID.randomUUID();
        new TransactionTemplate(transactions).executeWithoutResult(test -> {
            test.setRollbackOnly();
            jdbc.sql(
                    "create table command.batch_line (job_id uuid, line int, content bytea, primary key (job_id, line))")
                    .update();
            // Every other line is blank, and one is too long to be kept.
            jdbc.sql("""
                    insert into command.batch_line
                    select ?, 2 * n, case when n <> 1700 then convert_to('line ' || 2 * n, 'UTF8') end
                      from generate_series(1, ?) n""").params(job, LINES).update();
            jdbc.sql("insert into command.batch_line values (?, 1, convert_to('of another', 'UTF8'))")
                    .param(other)
                    .update();

            jdbc.sql(
                    """
                            create table command.batch_outcome (job_id uuid, line int, key text, command text, status int, code text,
                                                                detail text, errors jsonb, location text, position bigint)""")
                    .update();
            jdbc.sql(
                    "insert into command.batch_job (job_id, subject, roles, entities, all_entities, correlation_id, dry_run, state)"
                            + " values (?, 'a service', '{}', '{}', true, 'c', false, 'RUNNING')")
                    .param(job)
                    .update();
            jdbc.sql(
                    """
                            insert into command.batch_outcome
                            select ?, 2 * n, 'key ' || n, 'IssueInvoice', case n when 7 then 400 else 201 end,
                                   case n when 7 then 'REQUIRED' end, case n when 7 then 'one field' end,
                                   case n when 7 then '[{"pointer": "/total", "code": "REQUIRED", "detail": "is required"}]'::jsonb end,
                                   case when n <> 7 then '/v1/invoices/' || n end, case when n <> 7 then n end
                              from generate_series(1, 1100) n""")
                    .param(job)
                    .update();

            jdbc.sql(script).update();

            assertThat(texts(job, 0)).isEqualTo(IntStream.rangeClosed(1, LINES)
                    .mapToObj(n -> n == 1700 ? "3400 too long" : 2 * n + " line " + 2 * n)
                    .toList());
            assertThat(texts(job, 1_999)).first().isEqualTo("2000 line 2000");
            assertThat(texts(job, 2 * LINES)).isEmpty();
            assertThat(texts(other, 0)).containsExactly("1 of another");
            assertThat(store.lastOutcome(job)).isEqualTo(2_200);
            assertThat(store.outcomes(job, 0, null, LINES)).hasSize(1_100)
                    .startsWith(new LineOutcome(2, "key 1", "IssueInvoice", 201, null, null, List.of(),
                            "/v1/invoices/1", 1L));
            assertThat(store.outcomes(job, 0, false, LINES)).containsExactly(new LineOutcome(14, "key 7",
                    "IssueInvoice",
                    400, "REQUIRED", "one field",
                    List.of(new Refusal.FieldError("/total", ProblemCode.REQUIRED, "is required")), null, null));
        });
    }

    private List<String> texts(UUID job, int after) {
        return store.linesAfter(job, after, 2 * LINES)
                .stream()
                .map(it -> it.line() + " "
                        + (it.content() == null ? "too long" : new String(it.content(), UTF_8)))
                .toList();
    }

    private static String script() throws IOException {
        try (var script = Objects.requireNonNull(
                BatchesInPartsScriptTest.class.getResourceAsStream("/db/command/V322__batches_in_parts.sql"))) {
            var text = new String(script.readAllBytes(), UTF_8);
            return text.substring(text.indexOf("insert into"));
        }
    }
}
