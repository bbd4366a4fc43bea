package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups and restores as the manual describes them, in docs/operations.md. */
class BackupIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void aCopyOfTheDataFolderOfAStoppedInstanceIsAllThatIsNeeded() throws Exception {
        var original = home.resolve("original");
        String aged;
        Book book;
        try (var instance = Standalone.on(original)) {
            book = written(Book.open(instance.as("controller", "integration"), "COPY"));
            aged = book.aged("2024-03-01").body();
            instance.close();
            copy(original, home.resolve("copy"));
        }
        try (var restored = Standalone.on(home.resolve("copy"))) {
            var again = book.at(restored.as("controller", "integration"));
            assertThat(again.aged("2024-03-01").body()).isEqualTo(aged);
            again.invoice("I2", "C1", "2024-01-11", "2024-02-10", "1.00");
            assertThat(again.line("C1", "2024-03-01")).isEqualTo("0.00 | 41.00 0.00 0.00 0.00 | 0.00 = 41.00");
        }
    }

    /** Everything that queries answer comes from the facts: no backup of it is needed. */
    @Test
    void theBooksAreMadeAgainFromTheFacts() throws Exception {
        var composed = Composed.shared();
        var book = written(composed.book("AGAIN"));
        var aged = book.aged("2024-03-01");
        composed.withoutQueries(() -> {
            try (var connection = composed.admin("receivables"); var statement = connection.createStatement()) {
                statement.execute("drop schema ledger cascade");
            }
        });
        var again = book.readingFrom(composed.queries("controller"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(again.aged("2024-03-01",
                        "asKnown=" + aged.text("/asKnown/position")).body()).isEqualTo(aged.body()));
    }

    /** The lines of the manual, run against the database itself instead of through its container. */
    @Test
    void aDumpWithoutTheLedgerIsAllThatIsNeeded() throws Exception {
        assumeThat(version()).as("pg_dump of PostgreSQL 18 is not installed").contains(" 18.");
        var composed = Composed.shared();
        var book = written(composed.book("DUMP"));
        var aged = book.aged("2024-03-01");
        var dump = home.resolve("receivables.dump");
        run(composed, "pg_dump", null, dump);
        composed.withoutSides(() -> {
            run(composed, "dropdb", null, null);
            run(composed, "createdb", null, null);
            run(composed, "pg_restore", dump, null);
        });
        var again = book.at(composed.commands("controller", "integration")).readingFrom(composed.queries("controller"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(again.aged("2024-03-01",
                        "asKnown=" + aged.text("/asKnown/position")).body()).isEqualTo(aged.body()));
        again.invoice("I2", "C1", "2024-01-11", "2024-02-10", "1.00");
        assertThat(again.line("C1", "2024-03-01")).isEqualTo("0.00 | 41.00 0.00 0.00 0.00 | 0.00 = 41.00");
    }

    private static String version() throws Exception {
        try {
            var asked = new ProcessBuilder("pg_dump", "--version").redirectErrorStream(true).start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notInstalled) {
            return "";
        }
    }

    private static void run(Composed composed, String program, @Nullable Path input, @Nullable Path output)
            throws Exception {
        var line = Files.readString(Project.file("docs/operations.md"))
                .lines()
                .filter(it -> it.contains(" " + program + " --"))
                .map(it -> it.substring(it.indexOf(program + " --")).split(" [<>] ")[0])
                .findFirst()
                .orElseThrow();
        var process = new ProcessBuilder(line.split(" ")).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().putAll(composed.databaseEnvironment());
        process.redirectInput(
                input == null ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.from(input.toFile()));
        process.redirectOutput(output == null
                ? ProcessBuilder.Redirect.INHERIT
                : ProcessBuilder.Redirect.to(output.toFile()));
        assertThat(process.start().waitFor()).as(line).isZero();
    }

    private static Book written(Book book) {
        book.account("C1");
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "100.00");
        book.payment("P1", "C1", "2024-02-20", "60.00", Map.of("I1", "60.00"));
        return book;
    }

    private static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start().waitFor())
                .isZero();
    }
}
