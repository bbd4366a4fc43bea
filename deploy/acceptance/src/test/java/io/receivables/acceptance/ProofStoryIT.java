package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An auditor asks whether the books are what the history says. They are; then somebody with the password of the database changes
 * one row, the balance is another one, and the proof names the row.
 */
@SuppressWarnings("NullAway.Init") // filled before the tests
class ProofStoryIT {

    private static Standalone instance;
    private static Api auditor;
    private static Book book;

    @BeforeAll
    static void theDemoBookAndOneMore() throws Exception {
        instance = Standalone.start();
        instance.run("demo");
        auditor = instance.asSubject("auditor-1", "auditor");
        book = Book.open(instance.as("controller", "integration"), "PROOF");
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.invoice("I2", "C1", "2024-01-20", "2024-02-19", "25.00");
        book.payment("P1", "C1", "2024-02-15", "70.00", Map.of("I1", "60.00"));
    }

    @AfterAll
    static void end() {
        instance.close();
    }

    @Test
    void theBooksAreWhatTheHistorySays() {
        book.aged("2024-03-01"); // waits until the books have read all of it
        var proof = auditor.get("/v1/audit/proof").ok();
        assertThat(proof.json().path("proved").asBoolean()).as(proof.body()).isTrue();
        assertThat(proof.json().path("position").asLong()).isGreaterThanOrEqualTo(book.position());
        assertThat(proof.json().path("projections").valueStream().map(table -> table.path("name").asString()))
                .contains("event_log", "movement", "open_item", "account_total", "memo", "document");
        assertThat(rows("movement")).as("two invoices, a payment, and both sides of its allocation").isEqualTo(5);
    }

    @Test
    void aRowThatSomebodyChangedIsNamed() throws SQLException {
        assertThat(book.line("C1", "2024-03-01")).endsWith("= 55.00");
        var undo = "update ledger.movement set amount = amount - 500 where document_id = '" + book.id("I1")
                + "' and kind = 'ISSUED'";
        edit(undo.replace("- 500", "+ 500"));

        var proof = auditor.get("/v1/audit/proof?legalEntity=" + book.entity()).ok();
        assertThat(proof.json().path("proved").asBoolean()).isFalse();
        var movements = proof.json()
                .path("projections")
                .valueStream()
                .filter(table -> table.path("name").asString().equals("movement"))
                .findFirst()
                .orElseThrow();
        assertThat(movements.path("differences").asLong()).isEqualTo(1);
        assertThat(movements.at("/first/0/expected/amount").asString()).isEqualTo("10000");
        assertThat(movements.at("/first/0/found/amount").asString()).isEqualTo("10500");
        assertThat(movements.at("/first/0/found/document_id").asString()).isEqualTo(book.id("I1"));

        edit(undo);
        assertThat(auditor.get("/v1/audit/proof").ok().json().path("proved").asBoolean()).isTrue();
    }

    @Test
    void anInvoiceThatVanishedFromTheBooksIsMissed() throws SQLException {
        book.aged("2024-03-01");
        edit("create table public.kept as select * from ledger.open_item where document_id = '" + book.id("I2") + "'");
        edit("delete from ledger.open_item where document_id = '" + book.id("I2") + "'");
        var proof = auditor.get("/v1/audit/proof").ok();
        assertThat(proof.json().path("proved").asBoolean()).isFalse();
        assertThat(proof.body()).contains(book.id("I2"));
        edit("insert into ledger.open_item select * from public.kept");
        edit("drop table public.kept");
    }

    /** The way of a long history: in the background, and told afterwards by metric and alarm. */
    @Test
    void aProofInTheBackgroundIsTold() {
        auditor.post("/v1/audit/proofs", Map.of()).refused(403, "FORBIDDEN");
        var started = instance.asSubject("controller-1", "controller").post("/v1/audit/proofs", Map.of());
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        var location = started.header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !auditor.get(location).ok().text("/state").equals("RUNNING"));
        var done = auditor.get(location).ok();
        assertThat(done.text("/state")).as(done.body()).isEqualTo("DONE");
        assertThat(done.text("/requestedBy")).isEqualTo("controller-1");
        assertThat(done.json().at("/result/position").asLong()).isPositive();
        var metrics = Scrape.of(instance.as("operator"));
        assertThat(List.of("receivables_proof_differences", "receivables_proof_age_seconds"))
                .allSatisfy(name -> assertThat(metrics.of(name)).as(name)
                        .singleElement()
                        .satisfies(sample -> assertThat(sample.value()).isNotNaN()));
    }

    @Test
    void itIsReadByAuditorsAndControllers() {
        instance.as("clerk").get("/v1/audit/proof").refused(403, "FORBIDDEN");
        auditor.get("/v1/audit/proofs/none").refused(404, "PROOF_NOT_FOUND");
    }

    private static long rows(String name) {
        return auditor.get("/v1/audit/proof?legalEntity=" + book.entity())
                .ok()
                .json()
                .path("projections")
                .valueStream()
                .filter(table -> table.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("rows")
                .asLong();
    }

    private static void edit(String sql) throws SQLException {
        try (var database = instance.database(); var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
