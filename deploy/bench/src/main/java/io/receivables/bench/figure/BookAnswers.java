package io.receivables.bench.figure;

import io.receivables.bench.book.Book;
import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers about a whole book over HTTP, beside adding up all its movements once. */
final class BookAnswers implements Figure {

    private static final int CALLS = 3;
    private static final String ENTITY = "legalEntity=" + Book.ENTITY;

    private final String name;
    private final Function<Run, Map<String, String>> paths;

    /** @param paths what is asked, by the name of the figure */
    private BookAnswers(String name, Function<Run, Map<String, String>> paths) {
        this.name = name;
        this.paths = paths;
    }

    /** Key figures, allowance and forecast. */
    static Figure kpis() {
        return new BookAnswers("kpis", run -> {
            var yearAgo = "&asAt=" + run.book().last().minusMonths(12);
            var paths = new LinkedHashMap<String, String>();
            paths.put("key figures today", "/v1/kpis?" + ENTITY);
            paths.put("key figures a year ago, known now", "/v1/kpis?" + ENTITY + yearAgo);
            paths.put("key figures, series of 12 months", "/v1/kpis/trend?" + ENTITY);
            paths.put("cash forecast today", "/v1/cash-forecast?" + ENTITY);
            paths.put("expected credit loss today, own rates", "/v1/allowance?" + ENTITY);
            paths.put("payment behaviour of the largest account",
                    "/v1/customer-accounts/" + largest(run.jdbc()) + "/payment-behaviour");
            return paths;
        });
    }

    /** What collectors work through. */
    static Figure queues() {
        return new BookAnswers("queues", _ -> {
            var paths = new LinkedHashMap<String, String>();
            paths.put("worklists, all counts", "/v1/collection-queues?" + ENTITY);
            for (var queue : new String[]{"overdue", "new-overdue", "high-risk", "before-legal-limit",
                    "credit-balances", "unidentified-cash"}) {
                paths.put("worklist " + queue + ", first page", "/v1/collection-queues/" + queue + "/items?" + ENTITY);
            }
            return paths;
        });
    }

    /** The journals of the last week of the book, whose entries are numbered from its beginning. */
    static Figure journals() {
        return new BookAnswers("journals", run -> Map.of("journal entries of the last week, first page",
                "/v1/journal-entries?" + ENTITY + "&from=" + run.book().last().minusDays(6) + "&to="
                        + run.book().last()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        new Ledger(run.service(), run.jdbc()).awaitHead();
        for (var asked : paths.apply(run).entrySet()) {
            compare(run, report, asked.getKey(), asked.getValue());
        }
    }

    private static String largest(JdbcClient jdbc) {
        return jdbc.sql(
                "select account_id from ledger.document where account_id is not null group by 1 order by count(*) desc limit 1")
                .query(String.class)
                .single();
    }

    private static void compare(Run run, Report report, String figure, String path) throws Exception {
        var http = run.service().http();
        for (int i = 0; i < CALLS; i++) {
            http.get(path);
        }
        report.add(figure, Unit.MILLISECONDS, Comparison.interleaved(run.effort().rounds(),
                () -> millis(() -> http.get(path)), () -> millis(() -> allMovements(run.jdbc()))));
    }

    private static void allMovements(JdbcClient jdbc) {
        jdbc.sql("select kind, sum(amount) from ledger.movement where legal_entity = ? group by kind")
                .param(Book.ENTITY)
                .query()
                .listOfRows();
    }

    private static double millis(Runnable call) {
        long began = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return (System.nanoTime() - began) / 1e6 / CALLS;
    }
}
