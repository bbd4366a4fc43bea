package io.receivables.bench.figure;

import io.receivables.bench.book.Book;
import io.receivables.bench.run.Comparison;
import io.receivables.bench.run.Http;
import io.receivables.bench.run.Ledger;
import io.receivables.bench.run.Report;
import io.receivables.bench.run.Report.Unit;
import io.receivables.bench.run.Run;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an auditor asks, over HTTP: of the account with most facts, and of the whole book. */
final class AuditAnswers implements Figure {

    private static final int CALLS = 3;

    /** How long a call takes, and what it is compared with. */
    private interface Question {

        double millis(Http http, Run run, String account);
    }

    private final String name;
    private final Map<String, Question> questions;
    private final String reference;

    private AuditAnswers(String name, Map<String, Question> questions, String reference) {
        this.name = name;
        this.questions = questions;
        this.reference = reference;
    }

    static Figure replay() {
        var questions = new LinkedHashMap<String, Question>();
        questions.put("replay of the largest account, first line", (http, _, account) -> http.lines(
                "/v1/audit/accounts/" + account + "/replay").firstMillis());
        questions.put("replay of the largest account, last line", (http, _, account) -> millis(() -> http.lines(
                "/v1/audit/accounts/" + account + "/replay")));
        return new AuditAnswers("replay", questions, "select data from ledger.event_log where account_id = :account");
    }

    static Figure diff() {
        var questions = new LinkedHashMap<String, Question>();
        questions.put("diff of the book a month ago, 20 days of recording", (http, run, _) -> millis(() -> http.get(
                "/v1/audit/diff?legalEntity=" + Book.ENTITY + cuts(run))));
        questions.put("diff of the largest account a month ago, 20 days of recording", (http, run, account) -> millis(
                () -> http.get("/v1/audit/diff?accountId=" + account + cuts(run))));
        return new AuditAnswers("diff", questions,
                "select sum(amount) from ledger.movement where legal_entity = :entity");
    }

    static Figure explain() {
        var questions = new LinkedHashMap<String, Question>();
        for (var bucket : new String[]{"balance", "3"}) {
            for (var view : new String[]{"decided", "hindsight"}) {
                questions.put("explain " + bucket + " of the largest account a year ago, " + view,
                        (http, run, account) -> millis(() -> http.get("/v1/audit/explain?accountId=" + account
                                + "&bucket=" + bucket + "&view=" + view + "&asAt="
                                + run.book().last().minusMonths(12))));
            }
        }
        return new AuditAnswers("explain", questions,
                "select sum(amount) from ledger.movement where legal_entity = :entity");
    }

    static Figure hindsight() {
        var questions = new LinkedHashMap<String, Question>();
        for (int months : new int[]{1, 12}) {
            questions.put("aged balance " + months + " months ago in hindsight",
                    (http, run, _) -> millis(() -> http.get(
                            "/v1/aged-balance?legalEntity=" + Book.ENTITY + "&view=hindsight&asAt="
                                    + run.book().last().minusMonths(months))));
        }
        return new AuditAnswers("hindsight", questions,
                "select sum(amount) from ledger.movement where legal_entity = :entity");
    }

    private static String cuts(Run run) {
        var last = run.book().last();
        return "&asAt=" + last.minusMonths(1) + "&asKnown=" + last.minusMonths(1) + "T00:00:00Z&asKnownOther="
                + last.minusMonths(1).plusDays(20) + "T00:00:00Z";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void measure(Run run, Report report) throws Exception {
        new Ledger(run.service(), run.jdbc()).awaitHead();
        var account = largest(run.jdbc());
        var http = run.service().http();
        for (var question : questions.entrySet()) {
            for (int i = 0; i < CALLS; i++) {
                question.getValue().millis(http, run, account);
            }
            report.add(question.getKey(), Unit.MILLISECONDS, Comparison.interleaved(run.effort().rounds(),
                    () -> question.getValue().millis(http, run, account),
                    () -> millis(() -> reference(run.jdbc(), account))));
        }
    }

    private static String largest(JdbcClient jdbc) {
        return jdbc.sql("""
                select account_id from ledger.fact
                 where account_id is not null group by 1 order by count(*) desc limit 1""")
                .query(String.class)
                .single();
    }

    private void reference(JdbcClient jdbc, String account) {
        jdbc.sql(reference).params(Map.of("account", account, "entity", Book.ENTITY)).query().listOfRows();
    }

    private static double millis(Runnable call) {
        long began = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return (System.nanoTime() - began) / 1e6 / CALLS;
    }
}
