package io.receivables.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, tokens, the demo book, and what refuses to start. */
@SuppressWarnings("NullAway.Init")
class StartIT {

    private static final String QUERY = "/v1/aged-balance?legalEntity=NONE";
    @TempDir
    private static Path home;
    private static Path data;
    private static Standalone instance;
    private static String tokenOfBefore;

    @BeforeAll
    static void start() {
        data = home.resolve("data");
        // Nothing runs yet, and nothing has ever run here.
        tokenOfBefore = Script.run(data, "token", "--role", "controller").out().strip();
        instance = Standalone.on(data);
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void tokensAreAcceptedWhetherTheInstanceRanOrNot() {
        instance.withToken(tokenOfBefore).get(QUERY).refused(404, "LEGAL_ENTITY_NOT_FOUND");
        instance.as("controller").get(QUERY).refused(404, "LEGAL_ENTITY_NOT_FOUND");
        instance.as("operator").get(QUERY).refused(403, "FORBIDDEN");
    }

    @Test
    void theTokenCommandPrintsTheTokenAndNothingElse() {
        var said = Script.run(data, "token", "--role", "clerk", "--role", "auditor", "--subject", "night-job");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\n");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void anUnknownRoleIsRefused() {
        var said = Script.run(data, "token", "--role", "root");
        assertThat(said.exit()).isNotZero();
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("no such role: root");
    }

    @Test
    void aTokenOfAnotherInstanceIsRefused() {
        var other = Script.run(home.resolve("other"), "token", "--role", "controller").out().strip();
        instance.withToken(other).get(QUERY).refused(401, "UNAUTHENTICATED");
    }

    @Test
    void answersUnderTheNamesOfThisMachineOnly() throws Exception {
        try (var socket = new Socket(instance.uri().getHost(), instance.uri().getPort())) {
            var call = "GET /login HTTP/1.1\r\nHost: books.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(call.getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void healthNeedsNoTokenAndNothingElseIsOpen() {
        assertThat(instance.withToken(null).get("/actuator/health").status()).isEqualTo(200);
        instance.withToken(null).get("/actuator/info").refused(401, "UNAUTHENTICATED");
    }

    @Test
    void loadingTheDemoBookAgainChangesNothing() {
        assertThat(Script.run(data, "demo").exit()).isZero();
        var api = instance.as("controller");
        var entity = """
                {"name":"Mark","country":"FR","timeZone":"Europe/Paris","baseCurrency":"EUR"}""";
        var before = api.put("/v1/legal-entities/BEFORE", entity).position();
        var again = Script.run(data, "demo");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).contains("100 %");
        assertThat(api.put("/v1/legal-entities/AFTER", entity).position()).isEqualTo(before + 1);
    }

    @Test
    void refusesToBeReachedFromElsewhere() {
        var said = Script.run(home.resolve("remote"), "--server.address=0.0.0.0", "--server.port=0");
        assertThat(said.exit()).isNotZero();
        assertThat(said.out() + said.err()).contains("server.address is 0.0.0.0", "receivables.identity.issuer");
    }

    @Test
    void refusesAFolderThatIsInUse() {
        var said = Script.run(data, "--server.port=0");
        assertThat(said.exit()).isNotZero();
        assertThat(said.out() + said.err()).contains("another instance runs in " + data);
    }

    @Test
    void endsWhenItsPortIsTaken() {
        var said = Script.run(home.resolve("elsewhere"), "--server.port=" + instance.uri().getPort());
        assertThat(said.exit()).isNotZero();
        assertThat(said.out() + said.err()).contains("already in use");
    }
}
