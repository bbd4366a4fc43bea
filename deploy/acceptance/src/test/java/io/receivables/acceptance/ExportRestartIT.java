package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that were ordered when the power went: each is written anew, as a whole, and none is lost. */
class ExportRestartIT {

    /** Who ended without a word is waited for as long. */
    private static final Map<String, String> LEASE = Map.of("RECEIVABLES_EXPORTS_LEASE", "10s");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatWasOrderedIsThereAfterTheRestart() {
        var data = folder.resolve("data");
        var paths = new ArrayList<String>();
        try (var instance = Standalone.on(data, LEASE)) {
            var book = Book.open(instance.as("controller", "integration"), "AGAIN");
            book.account("C1");
            for (int i = 0; i < 50; i++) {
                book.invoice("I" + i, "C1", "2024-01-10", "2024-02-09", "10.00");
            }
            book.get("/v1/customer-accounts/" + book.id("C1")).ok();
            var exports = new Exports(instance.as("auditor"));
            for (int i = 0; i < 5; i++) {
                paths.add(exports.order(Map.of("kind", "account-pack", "accountId", book.id("C1"), "purpose", "test"))
                        .header("Location"));
            }
            instance.kill();
        }
        try (var instance = Standalone.on(data, LEASE)) {
            var exports = new Exports(instance.as("auditor"));
            for (var path : paths) {
                var done = exports.ended(path);
                assertThat(done.text("/state")).as(done.toString()).isEqualTo("DONE");
                var file = exports.fetch(path, folder.resolve("pack.zip"));
                assertThat(file).hasSize(done.json().path("bytes").asLong());
            }
        }
    }
}
