package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Two years of invoices of a hundred customers: the aged balance of the product against one that plain SQL computes
 * over the same file. FR01 is the demo book, paid in full in the end; in the second book no payment after 2012 was
 * recorded.
 */
@SuppressWarnings("NullAway.Init")
class RealBookIT {

    private static final LocalDate ALL_PAID = LocalDate.of(2014, 12, 31);
    private static final LocalDate PAID_UNTIL = LocalDate.of(2012, 12, 31);
    private static final List<Integer> USUAL = List.of(30, 60, 90);
    private static PlainBook plain;
    private static Api api;
    private static Book unpaid;
    /** How far the second book had been written when all of the file was in it. */
    private static long loaded;

    @BeforeAll
    static void load() throws Exception {
        plain = PlainBook.load();
        var standalone = Standalone.shared();
        standalone.run("demo");
        api = standalone.as("controller", "integration");
        unpaid = Book.open(api, "FR02");
        var lines = plain.lines();
        Together.run(8, lines.stream()
                .map(PlainBook.Line::customer)
                .distinct()
                .<Callable<Answer>>map(customer -> () -> open(customer))
                .toList());
        Together.run(8, lines.stream().<Callable<Answer>>map(line -> () -> record(line)).toList());
        loaded = unpaid.position();
    }

    private static Answer open(String customer) {
        return unpaid.seen(api.post("/v1/customer-accounts",
                Map.of("accountId", unpaid.id(customer), "customerId", customer, "name", "Customer " + customer,
                        "legalEntity", unpaid.entity(), "currency", "EUR", "effectiveDate", "2012-01-01")));
    }

    private static Answer record(PlainBook.Line line) {
        var amount = line.amount().toPlainString();
        var issued = unpaid.invoice(line.number(), line.customer(), line.issued().toString(), line.due().toString(),
                amount);
        return line.settled().isAfter(PAID_UNTIL)
                ? issued
                : unpaid.payment("P" + line.number(), line.customer(), line.settled().toString(), amount,
                        Map.of(line.number(), amount));
    }

    @AfterAll
    static void close() throws Exception {
        plain.close();
    }

    @Test
    void theFileIsTheOneThatIsMeant() throws Exception {
        assertThat(plain.lines()).hasSize(2466);
        assertThat(plain.totals(ALL_PAID, LocalDate.of(2011, 12, 31), "dueDate", USUAL).figures().balance())
                .isEqualByComparingTo("147703.18");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2012-06-30 | dueDate | 30,60,90", "2012-12-31 | dueDate | 30,60,90",
            "2013-03-31 | dueDate | 30,60,90", "2013-12-31 | dueDate | 30,60,90", "2014-01-31 | dueDate | 30,60,90",
            "2012-06-30 | documentDate | 30,60,90", "2013-03-31 | documentDate | 30,60,90",
            "2012-12-31 | dueDate | 7,14,21,28,35", "2013-03-31 | dueDate | 1",
            "2013-12-31 | documentDate | 10,45,365"})
    void theDemoBookIsExactAtEveryDate(LocalDate asAt, String basis, String edges) throws Exception {
        compare("FR01", "", asAt, ALL_PAID, basis, edges);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2012-06-30 | dueDate | 30,60,90", "2012-12-31 | dueDate | 30,60,90",
            "2013-03-31 | dueDate | 30,60,90", "2013-12-31 | dueDate | 30,60,90", "2014-01-31 | dueDate | 30,60,90",
            "2013-01-31 | documentDate | 30,60,90", "2014-01-31 | documentDate | 30,60,90",
            "2013-03-31 | dueDate | 7,14,21,28,35", "2013-12-31 | dueDate | 1",
            "2014-01-31 | documentDate | 10,45,365"})
    void theUnpaidBookIsExactAtEveryDate(LocalDate asAt, String basis, String edges) throws Exception {
        compare(unpaid.entity(), "asKnown=" + loaded, asAt, PAID_UNTIL, basis, edges);
    }

    @Test
    void rowsOfCustomersAreTheSameAsRowsOfTheirAccounts() throws Exception {
        var answer = aged(unpaid.entity(), "2013-03-31", "groupBy=customer", "asKnown=" + loaded, "limit=500");
        var expected = plain.agedBalance(LocalDate.of(2013, 3, 31), PAID_UNTIL, "dueDate", USUAL);
        assertThat(byKey(answer.json().path("rows").valueStream().toList(), "customerId")).isEqualTo(texts(expected));
    }

    @Test
    void withoutRowsTheTotalsAreTheSame() throws Exception {
        var answer = aged(unpaid.entity(), "2013-03-31", "groupBy=none", "asKnown=" + loaded);
        assertThat(answer.json().path("rows")).isEmpty();
        assertThat(text(answer.json().path("totals"))).isEqualTo(
                plain.totals(LocalDate.of(2013, 3, 31), PAID_UNTIL, "dueDate", USUAL).figures().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void pagesHaveEveryRowOnceAndTheTotalsOfAll(int limit) {
        var whole = aged(unpaid.entity(), "2013-12-31", "asKnown=" + loaded, "limit=500");
        var rows = new ArrayList<JsonNode>();
        String after = "";
        do {
            var page = aged(unpaid.entity(), "2013-12-31", "asKnown=" + loaded, "limit=" + limit, after);
            assertThat(page.json().path("totals")).isEqualTo(whole.json().path("totals"));
            assertThat(page.json().path("rows").size()).isBetween(1, limit);
            page.json().path("rows").forEach(rows::add);
            after = page.text("/nextCursor").isEmpty() ? "" : "after=" + page.text("/nextCursor");
        } while (!after.isEmpty());
        assertThat(rows).isEqualTo(whole.json().path("rows").valueStream().toList());
    }

    @Test
    void factsThatComeLateChangeWhatIsKnownNowAndNothingThatWasKnown() throws Exception {
        var days = List.of("2012-05-31", "2012-08-31", "2012-12-31", "2013-06-30");
        var before = days.stream().map(day -> aged(unpaid.entity(), day, "limit=500")).toList();

        var returned = plain.lines()
                .stream()
                .filter(line -> line.settled().isBefore(LocalDate.of(2012, 6, 1)))
                .findFirst()
                .orElseThrow();
        var paid = plain.lines().stream().filter(line -> line.settled().isAfter(PAID_UNTIL)).findFirst().orElseThrow();
        unpaid.returned("P" + returned.number(), "2012-06-15");
        unpaid.creditNote("CN1", paid.customer(), "2012-11-15", "12.34", Map.of());
        unpaid.payment("LATE", paid.customer(), paid.settled().toString(), paid.amount().toPlainString(),
                Map.of(paid.number(), paid.amount().toPlainString()));

        for (var old : before) {
            var asAt = old.text("/asAt");
            var position = old.text("/asKnown/position");
            var instant = old.text("/asKnown/recordedAt");
            assertThat(aged(unpaid.entity(), asAt, "limit=500", "asKnown=" + position).body()).isEqualTo(old.body());
            assertThat(aged(unpaid.entity(), asAt, "limit=500", "asKnown=" + instant).body()).isEqualTo(old.body());
            compare(unpaid.entity(), "asKnown=" + position, LocalDate.parse(asAt), PAID_UNTIL, "dueDate", "30,60,90");
        }
        plain.record("insert into returned values ('" + returned.number() + "', '2012-06-15')");
        plain.record("insert into credit values ('" + paid.customer() + "', '2012-11-15', 12.34)");
        plain.record("insert into paid_late values ('" + paid.number() + "', '" + paid.settled() + "')");
        try {
            for (var old : before) {
                compare(unpaid.entity(), "", LocalDate.parse(old.text("/asAt")), PAID_UNTIL, "dueDate", "30,60,90");
            }
        } finally {
            plain.record("truncate returned, credit, paid_late");
        }
    }

    private static void compare(String entity, String asKnown, LocalDate asAt, LocalDate paidUntil, String basis,
            String edges) throws Exception {
        var answer = aged(entity, asAt.toString(), "basis=" + basis, "edges=" + edges, "limit=500", asKnown);
        var limits = Arrays.stream(edges.split(",")).map(Integer::valueOf).toList();
        var expected = plain.agedBalance(asAt, paidUntil, basis, limits);
        expected.values().removeIf(row -> row.oldest() == null && row.figures().unapplied().signum() == 0);
        assertThat(byKey(answer.json().path("rows").valueStream().toList(), "customerId")).as(answer.request())
                .isEqualTo(texts(expected));
        var totals = plain.totals(asAt, paidUntil, basis, limits);
        assertThat(text(answer.json().path("totals"))).as(answer.request())
                .isEqualTo(totals.figures().toString());
    }

    /** An aged balance whose sums are right in themselves. */
    private static Answer aged(String entity, String asAt, String... more) {
        var parameters = Arrays.stream(more).filter(part -> !part.isEmpty()).map(part -> "&" + part);
        var answer = api.call("GET", "/v1/aged-balance?legalEntity=" + entity + "&asAt=" + asAt
                + parameters.collect(Collectors.joining()))
                .with("If-Consistent-With", String.valueOf(unpaid.position()))
                .send()
                .ok();
        Figures.of(answer.json().path("totals")).addUp();
        answer.json().path("rows").forEach(row -> Figures.of(row).addUp());
        assertThat(answer.json().at("/control/ties").asBoolean()).as(answer.request()).isTrue();
        assertThat(answer.text("/control/movements")).isEqualTo(answer.text("/totals/balance"));
        return answer;
    }

    private static Map<String, String> byKey(List<JsonNode> rows, String key) {
        var texts = new TreeMap<String, String>();
        rows.forEach(row -> texts.put(row.path(key).asString(),
                text(row) + since(row.path("oldestDueDate").isString() ? row.path("oldestDueDate").asString() : null)));
        assertThat(texts).hasSameSizeAs(rows);
        return texts;
    }

    private static Map<String, String> texts(Map<String, PlainBook.Row> rows) {
        var texts = new TreeMap<String, String>();
        rows.forEach((key, row) -> texts.put(key, row.figures() + since(row.oldest())));
        return texts;
    }

    private static String text(JsonNode figures) {
        return Figures.of(figures).toString();
    }

    private static String since(@Nullable Object oldest) {
        return oldest == null ? "" : " since " + oldest;
    }
}
