package io.receivables.bench.figure;

import io.receivables.bench.book.Book;
import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.Http;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The aged balance over HTTP, totals and first page, beside the best that was written by hand. Both must give the same cents,
 * or there is no figure. Runs before anything is added to the book, for the hand-written tables know the book alone.
 */
final class AgedBalances implements Figure {

    private static final int PAGE = 100;
    private static final int CALLS_LIVE = 5;
    private static final List<String> SORTS = List.of("accountId", "balance", "overdue", "oldestDueDate");

    @Override
    public String name() {
        return "aged";
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        var ledger = new Ledger(run.service(), run.jdbc());
        ledger.awaitHead();
        if (ledger.position() != run.book().events()) {
            report.note("aged balance: not measured, facts were added to the book");
            return;
        }
        try (var connection = run.plain().getConnection(); var settings = connection.createStatement()) {
            settings.execute("set work_mem = '128MB'");
            var sides = new Sides(run, connection, report);
            var today = LocalDate.now(ZoneId.of(Book.TIME_ZONE));
            settings.execute(HandWrittenSql.keepOpenAmounts(today, run.book().events()));
            for (var sort : SORTS) {
                sides.live("today, by account, sort " + sort, new Point(today, null, "account", sort));
            }
            sides.live("today, by customer", new Point(today, null, "customer", "accountId"));
            sides.live("today, totals alone", new Point(today, null, "none", "accountId"));
            sides.past("today, by account, reference sums the facts", new Point(today, null, "account", "accountId"));
            past(run, sides);
            settings.execute("reset work_mem");
        }
    }

    private static void past(Run run, Sides sides) throws Exception {
        for (int months : new int[]{1, 6, 12, 24}) {
            if (months >= run.book().shape().months()) {
                return;
            }
            var asAt = run.book().last().minusMonths(months).withDayOfMonth(1).minusDays(1);
            sides.past("as at " + months + " months ago, known now", new Point(asAt, null, "account", "accountId"));
            sides.past("as at " + months + " months ago, known then",
                    new Point(asAt, knownAt(run, asAt.plusDays(1)), "account", "accountId"));
        }
        var asAt = run.book().last().minusMonths(6);
        var known = knownAt(run, asAt.plusDays(20));
        sides.past("6 months ago, known 20 days later, by customer", new Point(asAt, known, "customer", "accountId"));
        sides.past("6 months ago, known 20 days later, totals alone", new Point(asAt, known, "none", "accountId"));
        sides.past("6 months ago, known 20 days later, sort balance", new Point(asAt, known, "account", "balance"));
    }

    /** The last position that was recorded before the day. */
    private static long knownAt(Run run, LocalDate day) {
        return run.jdbc()
                .sql("select max(global_index) from eventstore.event where time_stamp < ?::timestamp at time zone 'UTC'")
                .param(day.toString())
                .query(Long.class)
                .single();
    }

    private record Point(LocalDate asAt, @Nullable Long known, String groupBy, String sort) {

        String path() {
            return "/v1/aged-balance?legalEntity=" + Book.ENTITY + "&asAt=" + asAt + "&groupBy=" + groupBy + "&sort="
                    + sort + "&limit=" + PAGE + (known == null ? "" : "&asKnown=" + known);
        }

        HandWrittenSql sql(Run run) {
            return new HandWrittenSql(asAt, known == null ? run.book().events() : known, groupBy, sort,
                    groupBy.equals("none") ? 0 : PAGE);
        }
    }

    /** Asks both sides the same. */
    private record Sides(Run run, Connection connection, Report report) {

        void live(String figure, Point point) throws Exception {
            compare(figure, point, point.sql(run).fromOpenAmounts(), CALLS_LIVE);
        }

        void past(String figure, Point point) throws Exception {
            compare(figure, point, point.sql(run).fromFacts(), 1);
        }

        private void compare(String figure, Point point, String sql, int calls) throws Exception {
            var http = run.service().http();
            for (int i = 0; i < calls * 4; i++) {
                SameCents.check(figure, http.get(point.path()), byHand(sql), point.groupBy());
            }
            report.add("aged balance " + figure, Unit.MILLISECONDS, Comparison.interleaved(run.effort().rounds(),
                    () -> millis(calls, () -> ask(http, point)), () -> millis(calls, () -> byHand(sql))));
        }

        private static void ask(Http http, Point point) {
            var answer = http.get(point.path());
            if (!answer.path("control").path("ties").asBoolean()) {
                throw new IllegalStateException("the books do not tie: " + answer);
            }
        }

        private List<Map<String, @Nullable Object>> byHand(String sql) {
            return JdbcClient
                    .create(new SingleConnectionDataSource(connection, true))
                    .sql(sql)
                    .query()
                    .listOfRows();
        }

        private static double millis(int calls, Runnable call) {
            long began = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            return (System.nanoTime() - began) / 1e6 / calls;
        }
    }
}
