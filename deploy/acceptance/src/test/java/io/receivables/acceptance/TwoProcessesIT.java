package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two sides as they run in production: a process each, one database, tokens of somebody else's issuer. */
@SuppressWarnings("NullAway.Init")
class TwoProcessesIT {

    @TempDir
    private static Path folder;
    private static Cluster cluster;
    private static Node commands;
    private static Node queries;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start(folder, 1, 1);
        commands = cluster.commands(0);
        queries = cluster.queries(0);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aCommandOnOneIsSeenOnTheOther() throws Exception {
        var book = Book.open(commandsAs("clerk", "*"), "TWO").readingFrom(queriesAs("clerk", "*"));
        book.account("C1");
        book.shows("/v1/invoices/" + book.id("I1"), book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00"));
        book.shows("/v1/payments/" + book.id("P1"), book.payment("P1", "C1", "2024-02-20", "60.00", Map.of("I1",
                "60.00")));
        assertThat(book.line("C1", "2024-02-29")).isEqualTo("0.00 | 40.00 0.00 0.00 0.00 | 0.00 = 40.00");
    }

    @Test
    void eachSideHasItsOwnPathsAlone() throws Exception {
        commandsAs("clerk", "*").get("/v1/aged-balance?legalEntity=TWO").problem();
        queriesAs("clerk", "*").post("/v1/invoices", "{}").problem();
    }

    @Test
    void whatBelongsToAnotherEntityDoesNotExist() throws Exception {
        var book = Book.open(commandsAs("clerk", "*"), "SECRET").readingFrom(queriesAs("clerk", "*"));
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-01-20", "10.00");
        book.aged("2024-02-29");
        var known = String.valueOf(book.position());
        var stranger = queriesAs("stranger", "ELSEWHERE");
        stranger.call("GET", "/v1/invoices/" + book.id("I1"))
                .with("If-Consistent-With", known)
                .send()
                .refused(404, "INVOICE_NOT_FOUND");
        stranger.get("/v1/payments/" + book.id("P1")).refused(404, "PAYMENT_NOT_FOUND");
        stranger.get("/v1/customer-accounts/" + book.id("C1")).refused(404, "ACCOUNT_NOT_FOUND");
        stranger.get("/v1/aged-balance?legalEntity=" + book.entity()).refused(404, "LEGAL_ENTITY_NOT_FOUND");
        assertThat(stranger.get("/v1/legal-entities").ok().body()).doesNotContain(book.entity());
        var intruder = commandsAs("intruder", "ELSEWHERE");
        intruder.post("/v1/invoices", Map.of("invoiceNumber", "X", "accountId", book.id("C1"), "issueDate",
                "2024-01-10", "total", book.money("1.00"))).refused(404, "ACCOUNT_NOT_FOUND");
        intruder.post("/v1/invoices/" + book.id("I1") + "/cancellation", Book.reason("no", "2024-02-01"))
                .refused(404, "INVOICE_NOT_FOUND");
        intruder.post("/v1/payments/" + book.id("P1") + "/allocations", Map.of("invoiceId", book.id("I1"), "amount",
                book.money("1.00"), "effectiveDate", "2024-02-01")).refused(404, "PAYMENT_NOT_FOUND");
        intruder.post("/v1/payments/" + book.id("P1") + "/reversal", Book.reason("no", "2024-02-01"))
                .refused(404, "PAYMENT_NOT_FOUND");
    }

    @Test
    void tokensOfOthersAreNotAccepted() throws Exception {
        var forged = new SignedTokens().token("clerk", List.of("*"), "controller");
        new Api(queries.uri(), forged, queries.log()).get("/v1/legal-entities").refused(401, "UNAUTHENTICATED");
        new Api(commands.uri(), forged, commands.log()).post("/v1/invoices", "{}").refused(401, "UNAUTHENTICATED");
    }

    private static Api commandsAs(String subject, String entity) {
        return cluster.as(commands, subject, entity);
    }

    private static Api queriesAs(String subject, String entity) {
        return cluster.as(queries, subject, entity);
    }
}
