package io.receivables.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, tokens, and what refuses to start. */
@SuppressWarnings("NullAway.Init")
class StartIT {

    @TempDir
    private static Path home;
    private static Path data;
    private static Instance instance;
    private static String tokenOfBefore;

    @BeforeAll
    static void start() {
        data = home.resolve("data");
        // Nothing runs yet, and nothing has ever run here.
        tokenOfBefore = Instance.run(data, "token", "--role", "controller").out().strip();
        instance = Instance.start(data);
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void tokensAreAcceptedWhetherTheInstanceRunsOrNot() {
        assertThat(instance.get("/v1/aged-balance?legalEntity=NONE", tokenOfBefore).statusCode()).isEqualTo(404);
        assertThat(instance.get("/v1/aged-balance?legalEntity=NONE", instance.token("controller")).statusCode())
                .isEqualTo(404);
        assertThat(instance.get("/v1/aged-balance?legalEntity=NONE", instance.token("operator")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theTokenCommandPrintsTheTokenAndNothingElse() {
        var said = instance.run("token", "--role", "clerk", "--role", "auditor", "--subject", "night-job");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\n");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void anUnknownRoleIsRefused() {
        var said = instance.run("token", "--role", "root");
        assertThat(said.exit()).isNotZero();
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("no such role: root");
    }

    @Test
    void aTokenOfAnotherInstanceIsRefused() {
        var other = Instance.run(home.resolve("other"), "token", "--role", "controller").out().strip();
        assertThat(instance.get("/v1/aged-balance?legalEntity=NONE", other).statusCode()).isEqualTo(401);
    }

    @Test
    void answersUnderTheNamesOfThisMachineOnly() throws Exception {
        try (var socket = new Socket(instance.url().getHost(), instance.url().getPort())) {
            var call = "GET /login HTTP/1.1\r\nHost: books.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(call.getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void healthNeedsNoToken() {
        var health = instance.send(HttpRequest.newBuilder(instance.url().resolve("/actuator/health")));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(instance.send(HttpRequest.newBuilder(instance.url().resolve("/actuator/info"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesToBeReachedFromElsewhere() {
        var said = Instance.run(home.resolve("remote"), "--server.address=0.0.0.0", "--server.port=0");
        assertThat(said.exit()).isNotZero();
        assertThat(said.out() + said.err()).contains("server.address is 0.0.0.0", "receivables.identity.issuer");
    }

    @Test
    void refusesAFolderThatIsInUse() {
        var said = instance.run("--server.port=0");
        assertThat(said.exit()).isNotZero();
        assertThat(said.out() + said.err()).contains("another instance runs in " + data);
    }

    @Test
    void endsWhenItsPortIsTaken() {
        var said = Instance.run(home.resolve("elsewhere"), "--server.port=" + instance.url().getPort());
        assertThat(said.exit()).isNotZero();
        assertThat(said.out() + said.err()).contains("already in use");
    }
}
