package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What was known once never changes: while clients hammer a book with late facts, every query is asked again and again as
 * known at one position, and its answer stays the same to the last byte.
 */
class FixedCutIT {

    private static final int WRITERS = 6;
    private static final int FACTS_EACH = 12;
    private static final int ASKERS = 3;

    /** What takes no cut, and why. */
    private static final Map<String, String> WITHOUT_CUT = Map.ofEntries(
            Map.entry("/v1/audit/events/{position}", "one fact, which never changes"),
            Map.entry("/v1/audit/access-log", "reads are no facts; they come in while one looks"),
            Map.entry("/v1/audit/checkpoints", "signed heads of the whole store"),
            Map.entry("/v1/audit/signing-keys", "who ever signed"),
            Map.entry("/v1/audit/proof", "the books of now"),
            Map.entry("/v1/audit/proofs/{id}", "the books as they were when it ran"),
            Map.entry("/v1/audit/inclusion", "takes a count of events instead"),
            Map.entry("/v1/audit/consistency", "takes two counts of events instead"),
            Map.entry("/v1/exports/events", "all events, for the verifier"),
            Map.entry("/v1/exports/journal", "the rows of /v1/journal-entries, as a file"),
            Map.entry("/v1/dunning-letters/{id}/text", "the letter as it was sent"),
            Map.entry("/v1/customer-accounts/{id}/contact", "names and addresses are as they are today"),
            Map.entry("/v1/exports", "an export has the cut that it was ordered with"),
            Map.entry("/v1/exports/{id}", "an export has the cut that it was ordered with"),
            Map.entry("/v1/exports/{id}/content", "an export has the cut that it was ordered with"),
            Map.entry("/v1/operations/projections", "the state of the machine"),
            Map.entry("/v1/operations/rebuilds/{id}", "the state of the machine"),
            Map.entry("/v1/operations/parked-facts", "the state of the machine"));

    private static int books;

    private final Book book = Book.open(Standalone.shared().asSubject("clerk", "controller", "integration"),
            "FIXED" + ++books);
    private String refund = "";
    private String writeOff = "";
    private String dispute = "";
    private String charge = "";

    @Test
    void everyQueryTakesACutOrSaysWhyNot() throws IOException {
        var queries = Files.readAllLines(Project.file("shared-events/platform/src/main/resources/access-matrix.csv"))
                .stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals("GET") && cells[1].startsWith("/v1/") && cells[2].equals("query"))
                .map(cells -> cells[1])
                .filter(path -> !WITHOUT_CUT.containsKey(path))
                .toList();
        assertThat(questions().keySet()).containsAll(queries);
    }

    @Test
    void lateFactsChangeNoAnswerOfBefore() {
        book.account("C1");
        book.account("C2");
        aBook();
        long known = book.position();
        var cut = "asAt=2024-06-30&asKnown=" + known;
        var first = new LinkedHashMap<String, Answer>();
        questions().values()
                .stream()
                .flatMap(List::stream)
                .forEach(path -> first.put(path, book.get(path.replace("@cut", cut))));
        assertThat(first.values().stream().filter(answer -> answer.status() == 200)).as("answers, not refusals")
                .hasSizeGreaterThan(30);
        assertThat(first.values()).allMatch(answer -> Set.of(200, 404, 405).contains(answer.status()));

        var changed = new ConcurrentLinkedQueue<String>();
        var asked = new AtomicInteger();
        var writing = new AtomicInteger(WRITERS);
        var tasks = Stream.concat(
                IntStream.range(0, WRITERS).<Callable<Void>>mapToObj(writer -> () -> write(writer, writing)),
                IntStream.range(0, ASKERS)
                        .<Callable<Void>>mapToObj(asker -> () -> ask(first, cut, writing, changed,
                                asked)))
                .toList();
        Together.run(WRITERS + ASKERS, tasks);
        first.forEach((path, answer) -> compare(path, answer, cut, changed));

        assertThat(changed).isEmpty();
        assertThat(asked.get()).isPositive();
        assertThat(book.row("C1", "2024-06-30")).as("what is known now is something else")
                .isNotEqualTo(book.row("C1", "2024-06-30", "asKnown=" + known));
        var byTime = book.aged("2024-06-30", "asKnown=" + known).text("/asKnown/recordedAt");
        assertThat(book.aged("2024-06-30", "asKnown=" + byTime).body())
                .isEqualTo(book.aged("2024-06-30", "asKnown=" + known).body());
    }

    /** Of every kind of document one, with something open and something unapplied. */
    private void aBook() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.invoice("I2", "C1", "2024-03-10", "2024-04-09", "200.00");
        book.invoice("I3", "C2", "2024-02-01", "2024-03-02", "50.00");
        book.payment("P1", "C1", "2024-02-15", "150.00", Map.of("I1", "80.00"));
        book.payment("P2", "C2", "2024-03-20", "70.00");
        book.allocate("P2", "I3", "50.00", "2024-05-10");
        book.creditNote("N1", "C1", "2024-03-15", "30.00", Map.of("I2", "10.00"));
        book.seen(book.api().post("/v1/periods/" + book.entity() + "/2024-03/close", Map.of("reason", "March")));
        refund = send("/v1/payments/~P1/refunds", "'reason':'overpaid','amount':{'amount':'5.00','currency':'EUR'},",
                "2024-04-01")
                .text("/refundId");
        writeOff = send("/v1/invoices/~I1/write-offs", "'reason':'lost','amount':{'amount':'3.00','currency':'EUR'},",
                "2024-04-02")
                .text("/writeOffId");
        dispute = send("/v1/invoices/~I2/disputes", "'reason':'QUALITY','amount':{'amount':'40.00','currency':'EUR'},",
                "2024-04-03")
                .text("/disputeId");
        charge = send("/v1/invoices/~I1/late-charges",
                "'kind':'FEE','amount':{'amount':'7.00','currency':'EUR'},", "2024-04-04").text("/chargeId");
    }

    private Answer send(String path, String fields, String date) {
        return book.seen(book.api()
                .post(path.replace("~", book.id("")),
                        ("{" + fields + "'effectiveDate':'" + date + "'}").replace('\'', '"')));
    }

    /** Each of them dated before the cut, and recorded after it. */
    private @Nullable Void write(int writer, AtomicInteger writing) {
        var account = writer % 2 == 0 ? "C1" : "C2";
        for (int i = 0; i < FACTS_EACH; i++) {
            var name = "L" + writer + "-" + i;
            insist("/v1/invoices", Map.of("invoiceId", book.id(name), "invoiceNumber", book.id(name), "accountId",
                    book.id(account), "issueDate", "2024-02-0" + (1 + i % 9), "total", book.money("10.00")));
            insist("/v1/payments", Map.of("paymentId", book.id(name), "accountId", book.id(account), "amount",
                    book.money("4.00"), "receivedDate", "2024-03-0" + (1 + i % 9), "method", "BANK_TRANSFER",
                    "allocations", List.of(Map.of("invoiceId", book.id(name), "amount", book.money("3.00")))));
        }
        writing.decrementAndGet();
        return null;
    }

    private void insist(String path, Object body) {
        var answer = book.api().insist(path, Api.key(), body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        book.seen(answer);
    }

    private @Nullable Void ask(Map<String, Answer> first, String cut, AtomicInteger writing,
            Queue<String> changed, AtomicInteger asked) {
        do {
            first.forEach((path, answer) -> {
                compare(path, answer, cut, changed);
                asked.incrementAndGet();
            });
        } while (writing.get() > 0);
        return null;
    }

    private void compare(String path, Answer first, String cut, Queue<String> changed) {
        var again = book.api().get(path.replace("@cut", cut));
        boolean busy = again.isWorthAnotherTry();
        if (!busy
                && (again.status() != first.status() || again.status() == 200 && !again.body().equals(first.body()))) {
            changed.add(path + "\n was " + first.body() + "\n is  " + again.body());
        }
    }

    /** For each path what is asked; {@code @cut} stands for the date and the position. */
    private Map<String, List<String>> questions() {
        var asked = new LinkedHashMap<String, List<String>>();
        var entity = "legalEntity=" + book.entity() + "&@cut";
        asked.put("/v1/aged-balance", List.of("?" + entity, "?view=hindsight&" + entity, "?groupBy=customer&" + entity,
                "?sort=balance&view=hindsight&" + entity, "?groupBy=none&basis=documentDate&" + entity));
        for (var list : Set.of("/v1/customer-accounts", "/v1/invoices", "/v1/payments", "/v1/credit-notes",
                "/v1/disputes", "/v1/promises", "/v1/payment-plans", "/v1/approvals", "/v1/credit-balances", "/v1/kpis",
                "/v1/kpis/trend", "/v1/cash-forecast", "/v1/allowance", "/v1/collection-queues", "/v1/legal-entities",
                "/v1/credit-policies", "/v1/periods", "/v1/reference-rates", "/v1/audit/events", "/v1/factoring",
                "/v1/factors", "/v1/limitations", "/v1/dunning-runs", "/v1/account-mappings")) {
            asked.put(list, List.of("?" + entity));
        }
        for (var part : Set.of("", "/open-items", "/exposure", "/payment-behaviour", "/timeline", "/promises",
                "/payment-plans", "/tax-relief", "/collection-case", "/contact-log", "/collection-file",
                "/dunning-letters", "/dunning-blocks")) {
            asked.put("/v1/customer-accounts/{id}" + part, List.of("/v1/customer-accounts/" + book.id("C1") + part
                    + "?@cut"));
        }
        asked.put("/v1/customer-accounts/{id}/open-items", List.of("/v1/customer-accounts/" + book.id("C2")
                + "/open-items?view=hindsight&@cut", "/v1/customer-accounts/" + book.id("C1") + "/open-items?@cut"));
        asked.put("/v1/customer-accounts/{id}/statement", List.of("/v1/customer-accounts/" + book.id("C1")
                + "/statement?from=2024-01-01&to=2024-06-30&@cut"));
        asked.put("/v1/journal-entries", List.of("?from=2024-01-01&to=2024-06-30&" + entity));
        one(asked, "/v1/invoices/{id}", book.id("I1"));
        one(asked, "/v1/payments/{id}", book.id("P1"));
        one(asked, "/v1/payments/{id}/collection-case", book.id("P1"));
        one(asked, "/v1/dunning-runs/{id}/letters", "NONE");
        one(asked, "/v1/credit-notes/{id}", book.id("N1"));
        one(asked, "/v1/refunds/{id}", refund);
        one(asked, "/v1/write-offs/{id}", writeOff);
        one(asked, "/v1/write-offs/{id}/duplicate-invoice", writeOff);
        one(asked, "/v1/disputes/{id}", dispute);
        one(asked, "/v1/late-charges/{id}", charge);
        for (var kind : Set.of("credit-groups", "credit-limits", "credit-overrides", "promises", "payment-plans",
                "credit-write-offs", "factoring", "dunning-runs", "dunning-letters")) {
            one(asked, "/v1/" + kind + "/{id}", "NONE");
        }
        asked.put("/v1/collection-queues/{queue}/items", List.of("/v1/collection-queues/overdue/items?" + entity));
        asked.put("/v1/legal-entities/{id}", List.of("/v1/legal-entities/" + book.entity() + "?@cut"));
        asked.put("/v1/periods/{legalEntity}/{period}", List.of("/v1/periods/" + book.entity() + "/2024-03?@cut"));
        asked.put("/v1/periods/{legalEntity}/{period}/late-facts",
                List.of("/v1/periods/" + book.entity() + "/2024-03/late-facts?@cut"));
        asked.put("/v1/audit/accounts/{id}/replay", List.of("/v1/audit/accounts/" + book.id("C1") + "/replay?@cut"));
        asked.put("/v1/audit/legal-entities/{id}/replay",
                List.of("/v1/audit/legal-entities/" + book.entity() + "/replay?@cut"));
        asked.put("/v1/audit/exceptions", List.of("?from=2024-01-01&to=2199-12-31&days=1&" + entity));
        asked.put("/v1/audit/diff", List.of("?accountId=" + book.id("C1") + "&asKnownOther=0&@cut"));
        asked.put("/v1/audit/movements", List.of("?input=netSales&from=2024-01-01&" + entity));
        asked.put("/v1/audit/explain", List.of("?kpi=dsoSimple&" + entity,
                "?accountId=" + book.id("C1") + "&@cut",
                "?accountId=" + book.id("C2") + "&bucket=unapplied&view=hindsight&@cut"));
        asked.replaceAll((path, all) -> all.stream().map(one -> one.startsWith("?") ? path + one : one).toList());
        return asked;
    }

    private static void one(Map<String, List<String>> asked, String path, String id) {
        asked.put(path, List.of(path.replace("{id}", id.isEmpty() ? "NONE" : id) + "?@cut"));
    }
}
