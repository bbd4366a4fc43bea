package io.receivables.bench.figure;

import io.receivables.bench.book.Book;
import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Key figures, allowance and forecast over HTTP, beside adding up all movements of the book once. */
final class KeyFigures implements Figure {

    private static final int CALLS = 3;

    @Override
    public String name() {
        return "kpis";
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        new Ledger(run.service(), run.jdbc()).awaitHead();
        var entity = "legalEntity=" + Book.ENTITY;
        var yearAgo = "&asAt=" + run.book().last().minusMonths(12);
        compare(run, report, "key figures today", "/v1/kpis?" + entity);
        compare(run, report, "key figures a year ago, known now", "/v1/kpis?" + entity + yearAgo);
        compare(run, report, "key figures, series of 12 months", "/v1/kpis/trend?" + entity);
        compare(run, report, "cash forecast today", "/v1/cash-forecast?" + entity);
        compare(run, report, "expected credit loss today, own rates", "/v1/allowance?" + entity);
        compare(run, report, "payment behaviour of the largest account",
                "/v1/customer-accounts/" + largest(run.jdbc()) + "/payment-behaviour");
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
