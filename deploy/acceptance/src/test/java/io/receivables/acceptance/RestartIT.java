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
        String token;
        try (var instance = Instance.start(data)) {
            token = instance.token("controller");
            register(instance, token, "STOPPED");
        }
        var killed = Instance.start(data);
        try (killed) {
            assertKept(killed, token, "STOPPED");
            register(killed, token, "KILLED");
            killed.kill();
        }
        assertThat(killed.databaseProcesses()).as("the database outlives its instance").isNotEmpty();
        var killedWithDatabase = Instance.start(data);
        try (killedWithDatabase) {
            assertKept(killedWithDatabase, token, "STOPPED", "KILLED");
            register(killedWithDatabase, token, "ALL-KILLED");
            killedWithDatabase.kill();
            killedWithDatabase.databaseProcesses().forEach(ProcessHandle::destroyForcibly);
        }
        try (var instance = Instance.start(data)) {
            assertKept(instance, token, "STOPPED", "KILLED", "ALL-KILLED");
            instance.close();
            assertThat(instance.databaseProcesses()).as("an orderly end takes the database along").isEmpty();
        }
    }

    private static void register(Instance instance, String token, String entity) {
        var answer = instance.command("PUT", "/v1/legal-entities/" + entity, "register " + entity, token, ENTITY);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** The same command under the same key is answered from the store, and not a second time by deciding. */
    private static void assertKept(Instance instance, String token, String... entities) {
        for (var entity : entities) {
            var answer = instance.command("PUT", "/v1/legal-entities/" + entity, "register " + entity, token, ENTITY);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.headers().firstValue("Idempotency-Replayed")).as(entity).contains("true");
        }
    }
}
