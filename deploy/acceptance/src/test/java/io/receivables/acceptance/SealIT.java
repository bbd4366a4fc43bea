package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The owner of the database changes history; the verifier, a program of its own, finds it by an export and the checkpoints
 * that were written outside.
 */
@SuppressWarnings("NullAway.Init") // filled before the tests
class SealIT {

    @TempDir
    private static Path folder;

    private static Standalone instance;
    private static Api auditor;
    private static Path key;

    /** What the owner of the database may do: nothing stops a superuser but what has left the database. */
    private interface HostileEdit {
        void on(Connection database) throws SQLException;
    }

    @BeforeAll
    static void aBookThatIsSealed() throws Exception {
        instance = Standalone.on(folder.resolve("instance"));
        auditor = instance.as("auditor");
        var book = Book.open(instance.as("controller", "integration"), "SEAL");
        book.account("C1");
        for (int no = 1; no <= 40; no++) {
            book.invoice("I" + no, "C1", "2024-01-10", "2024-02-09", no + ".00");
        }
        book.payment("P1", "C1", "2024-02-01", "40.00");
        book.allocate("P1", "I40", "40.00", "2024-02-01");
        key = folder.resolve("trusted.pem");
        var pem = Files.readString(instance.data().resolve("keys/seal.pem"));
        Files.writeString(key, pem.substring(pem.indexOf("-----BEGIN PUBLIC KEY-----")));
        awaitSealed();
    }

    @AfterAll
    static void end() {
        instance.close();
    }

    @Test
    void whatNobodyTouchedIsProved() throws Exception {
        var verdict = history(export());
        assertThat(verdict.text()).endsWith("PROVED\n").doesNotContain("covered by no checkpoint");
        assertThat(verdict.code()).isZero();
    }

    @Test
    void aByteOfAnAmountThatWasChangedIsFound() throws Exception {
        found("CHANGED", database -> run(database,
                """
                        update eventstore.event set payload = convert_to(replace(convert_from(payload, 'UTF8'), '"7.00"', '"8.00"'), 'UTF8')
                         where payload_type = 'InvoiceIssued' and convert_from(payload, 'UTF8') like '%"7.00"%'"""));
    }

    @Test
    void whoDidItIsPartOfWhatIsSealed() throws Exception {
        found("CHANGED", database -> run(database,
                """
                        update eventstore.event set metadata = convert_to(replace(convert_from(metadata, 'UTF8'), 'acceptance', 'somebody'), 'UTF8')
                         where global_index = (select max(global_index) from eventstore.event)"""));
    }

    @Test
    void anInvoiceThatWasMadeToVanishIsFound() throws Exception {
        found("REMOVED", database -> run(database, """
                delete from eventstore.event where aggregate_identifier like 'invoice/%I20'"""));
    }

    @Test
    void anEventThatWasSlippedInIsFound() throws Exception {
        found("REMOVED|ADDED|CHANGED", database -> run(database,
                """
                        create temporary table place as select global_index as at from eventstore.event order by 1 limit 1 offset 20;
                        update eventstore.event set global_index = global_index + 1000000 where global_index > (select at from place);
                        insert into eventstore.event
                        select at + 1, gen_random_uuid()::text, 'invoice/slipped-in', 0, type, payload_type, payload_revision, payload,
                               metadata, time_stamp
                          from eventstore.event, place where payload_type = 'InvoiceIssued' order by global_index limit 1"""));
    }

    @Test
    void twoEventsThatChangedPlacesAreFound() throws Exception {
        found("CHANGED", database -> run(database,
                """
                        with two as (select global_index, lead(global_index) over (order by global_index) as other
                                       from eventstore.event order by global_index limit 1 offset 10)
                        update eventstore.event e set global_index = -e.global_index
                         where global_index in (select global_index from two union select other from two);
                        update eventstore.event set global_index = (select -sum(global_index) from eventstore.event where global_index < 0)
                               + global_index
                         where global_index < 0"""));
    }

    @Test
    void aTailThatWasCutOffIsFound() throws Exception {
        found("REMOVED", database -> run(database,
                """
                        delete from eventstore.event where global_index > (select max(global_index) - 5 from eventstore.event)"""));
    }

    @Test
    void aHistoryThatIsRewrittenWithItsTreeAndCheckpointsIsFoundByACopyOfThem() throws Exception {
        var copy = folder.resolve("copy of the auditor");
        copyCheckpoints(copy);
        for (var file : files(copy)) {
            if (file.getFileName().toString().startsWith("checkpoint")) {
                Files.writeString(file,
                        Files.readString(file).replaceFirst("\"root\":\"[0-9a-f]{8}", "\"root\":\"00000000"));
            }
        }
        assertThat(history(export(), copy).text()).contains("FORGED_SIGNATURE");
    }

    @Test
    void anEventIsShownToBeInTheTreeAndTheTreeToHaveOnlyGrown() throws Exception {
        var lines = Files.readAllLines(export());
        var line = lines.get(lines.size() / 2);
        var position = line.replaceAll(".*\"position\":([0-9]+).*", "$1");
        var proof = write("inclusion.json", auditor.get("/v1/audit/inclusion?position=" + position).ok().body());
        var event = write("event.json", line);
        assertThat(Verdict.of("inclusion", "--proof", proof, "--event", event, "--checkpoints", checkpoints(), "--key",
                key.toString()).text()).isEqualTo("PROVED\n");
        var other = write("other.json", lines.get(lines.size() / 2 + 1));
        assertThat(Verdict.of("inclusion", "--proof", proof, "--event", other, "--checkpoints", checkpoints(), "--key",
                key.toString()).text()).contains("NOT_PROVED: the path does not lead");

        var heads = auditor.get("/v1/audit/checkpoints").ok().json().get("items");
        var grown = write("consistency.json", auditor.get("/v1/audit/consistency?from=" + heads.get(0).get("count")
                + "&to=" + heads.get(heads.size() - 1).get("count")).ok().body());
        assertThat(Verdict.of("consistency", "--proof", grown, "--checkpoints", checkpoints(), "--key", key.toString())
                .text()).isEqualTo("PROVED\n");
    }

    /** Does what only a superuser can, asks the verifier, and undoes it. */
    private static void found(String kinds, HostileEdit edit) throws Exception {
        try (var database = instance.database()) {
            run(database, "create table public.events_before as select * from eventstore.event");
            run(database, "alter table eventstore.event disable trigger event_is_append_only");
            try {
                edit.on(database);
                var verdict = history(export());
                assertThat(verdict.code()).as(verdict.text()).isEqualTo(1);
                assertThat(verdict.text()).containsPattern("(?m)^(" + kinds + "): ");
            } finally {
                run(database, "delete from eventstore.event");
                run(database, "insert into eventstore.event select * from public.events_before");
                run(database, "drop table public.events_before");
                run(database, "alter table eventstore.event enable always trigger event_is_append_only");
            }
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitSealed() {
        await("seal").atMost(Duration.ofSeconds(60)).until(() -> {
            var lines = Files.readAllLines(export());
            var checkpoints = auditor.get("/v1/audit/checkpoints?limit=500").ok().json().get("items");
            return !checkpoints.isEmpty()
                    && checkpoints.get(checkpoints.size() - 1).get("count").asInt() == lines.size() - 1;
        });
    }

    private static Path export() throws IOException {
        return Path.of(write("events.ndjson", auditor.get("/v1/exports/events").ok().body()));
    }

    private static String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String checkpoints() {
        return instance.data().resolve("checkpoints").toString();
    }

    private static Verdict history(Path export, Path... copies) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("history", "--export", export.toString(), "--checkpoints",
                checkpoints(), "--key", key.toString()));
        for (var copy : copies) {
            arguments.addAll(List.of("--checkpoints", copy.toString()));
        }
        return Verdict.of(arguments.toArray(String[]::new));
    }

    private static void copyCheckpoints(Path copy) throws IOException {
        Files.createDirectories(copy);
        for (var file : files(Path.of(checkpoints()))) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }
}
