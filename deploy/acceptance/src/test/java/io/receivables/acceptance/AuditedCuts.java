package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must hold of any cut of any book, whatever was commanded: between the two views, and between an answer and its audit. */
final class AuditedCuts {

    private static final JsonMapper JSON = new JsonMapper();

    private final Book book;
    private final String cut;

    private AuditedCuts(Book book, String asAt, long known) {
        this.book = book;
        this.cut = "asAt=" + asAt + "&asKnown=" + known;
    }

    /** Of all accounts; the audit, of one. */
    static void hold(Book book, String account, Object asAt, long known, long other) {
        var cuts = new AuditedCuts(book, asAt.toString(), known);
        cuts.bothViewsOweTheSame();
        cuts.theReplayEndsAtTheAnswer(account);
        cuts.everyFigureIsTheSumOfItsMovements(account);
        cuts.theDifferenceIsTheSumOfLateFacts(account, asAt.toString(), other);
    }

    private void bothViewsOweTheSame() {
        var decided = rows("decided");
        var hindsight = rows("hindsight");
        assertThat(balances(hindsight)).as(cut).isEqualTo(balances(decided));
        hindsight.forEach(row -> {
            var figures = Figures.of(row);
            figures.addUp();
            assertThat(figures.notDue()).as(cut + row).isNotNegative();
            assertThat(figures.unapplied()).as(cut + row).isNotNegative();
            assertThat(figures.buckets()).as(cut + row).allMatch(bucket -> bucket.signum() >= 0);
            var open = book.get("/v1/customer-accounts/" + row.path("accountId").asString()
                    + "/open-items?limit=500&view=hindsight&" + cut).ok().json().path("items");
            assertThat(open.valueStream().map(item -> money(item.path("amountDue")))).allMatch(due -> due.signum() > 0);
            assertThat(open.valueStream()
                    .map(item -> money(item.path("amountDue")))
                    .reduce(BigDecimal.ZERO,
                            BigDecimal::add))
                    .as(cut + row)
                    .isEqualByComparingTo(figures.buckets().stream().reduce(figures.notDue(), BigDecimal::add));
        });
    }

    private List<JsonNode> rows(String view) {
        return book.get("/v1/aged-balance?limit=500&legalEntity=" + book.entity() + "&view=" + view + "&" + cut)
                .ok()
                .json()
                .path("rows")
                .valueStream()
                .toList();
    }

    private static TreeMap<String, BigDecimal> balances(List<JsonNode> rows) {
        var balances = new TreeMap<String, BigDecimal>();
        rows.forEach(row -> balances.put(row.path("accountId").asString(), Figures.of(row).balance()));
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }

    private void theReplayEndsAtTheAnswer(String account) {
        var lines = book.get("/v1/audit/accounts/" + book.id(account) + "/replay?" + cut).ok().body().lines().toList();
        var answer = book.get("/v1/customer-accounts/" + book.id(account) + "?" + cut);
        assertThat(lines.isEmpty()).as(answer.toString()).isEqualTo(answer.status() == 404);
        if (!lines.isEmpty()) {
            var last = JSON.readTree(lines.getLast()).path("after");
            for (var figure : List.of("balance", "amountDue", "overdue", "unapplied", "disputed", "doubtful",
                    "version")) {
                assertThat(last.path(figure)).as(cut + " " + figure).isEqualTo(answer.json().path(figure));
            }
        }
    }

    private void everyFigureIsTheSumOfItsMovements(String account) {
        for (var bucket : List.of("balance", "notDue", "0", "3", "unapplied", "charges", "disputed", "doubtful")) {
            for (var view : List.of("decided", "hindsight")) {
                var explained = book.get("/v1/audit/explain?accountId=" + book.id(account) + "&bucket=" + bucket
                        + "&view=" + view + "&" + cut).ok().json();
                assertThat(explained.path("movements")
                        .valueStream()
                        .map(line -> money(line.path("amount")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)).as(cut + " " + bucket)
                        .isEqualByComparingTo(money(explained.path("figure")));
            }
        }
    }

    private void theDifferenceIsTheSumOfLateFacts(String account, String asAt, long other) {
        var diff = book.get("/v1/audit/diff?accountId=" + book.id(account) + "&" + cut + "&asKnownOther=" + other)
                .ok()
                .json();
        var expected = balanceAt(account, asAt, other).subtract(money(diff.at("/balance/known")));
        assertThat(money(diff.at("/balance/difference"))).as(cut).isEqualByComparingTo(expected);
        assertThat(diff.path("lateFacts")
                .valueStream()
                .map(fact -> money(fact.path("effect")))
                .reduce(BigDecimal.ZERO, BigDecimal::add)).as(cut).isEqualByComparingTo(expected);
    }

    private BigDecimal balanceAt(String account, String asAt, long known) {
        var answer = book.get("/v1/customer-accounts/" + book.id(account) + "?asAt=" + asAt + "&asKnown=" + known);
        return answer.status() == 404 ? BigDecimal.ZERO : new BigDecimal(answer.amount("balance"));
    }

    private static BigDecimal money(JsonNode money) {
        return new BigDecimal(money.path("amount").asString());
    }
}
