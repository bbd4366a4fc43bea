package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered stays, however the instance ended. */
class RestartIT {

    private static final String ENTITY = """
            {"name":"Entity","country":"FR","timeZone":"Europe/Paris","baseCurrency":"EUR"}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @Test
    void keepsItsBooksOverStopsAndKills() {
        var data = home.resolve("data");
        try (var instance = Standalone.on(data)) {
            register(instance, "STOPPED");
            instance.close();
            assertThat(Standalone.programsOf(data)).as("an orderly end takes the database along").isEmpty();
        }
        try (var instance = Standalone.on(data)) {
            assertKept(instance, "STOPPED");
            register(instance, "KILLED");
            instance.killAlone();
            assertThat(Standalone.programsOf(data)).as("the database outlives its instance").isNotEmpty();
        }
        try (var instance = Standalone.on(data)) {
            assertKept(instance, "STOPPED", "KILLED");
            register(instance, "ALL-KILLED");
            instance.kill();
        }
        try (var instance = Standalone.on(data)) {
            assertKept(instance, "STOPPED", "KILLED", "ALL-KILLED");
        }
    }

    private static void register(Standalone instance, String entity) {
        assertThat(send(instance, entity).status()).isEqualTo(201);
    }

    /** The same command under the same key is answered from the store, and not a second time by deciding. */
    private static void assertKept(Standalone instance, String... entities) {
        for (var entity : entities) {
            assertThat(send(instance, entity).headers().firstValue("Idempotency-Replayed")).as(entity)
                    .contains("true");
        }
    }

    private static Answer send(Standalone instance, String entity) {
        return instance.as("controller")
                .command("PUT", "/v1/legal-entities/" + entity, "register " + entity, ENTITY)
                .send();
    }
}
