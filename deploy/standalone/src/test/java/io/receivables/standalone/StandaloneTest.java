package io.receivables.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.platform.identity.AccessMatrixContract;
import io.receivables.platform.identity.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Everything together, in this JVM. */
@SuppressWarnings("NullAway.Init")
class StandaloneTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    @TempDir
    private static Path home;
    private static ConfigurableApplicationContext instance;
    private static String server;

    @BeforeAll
    static void start() {
        instance = StandaloneApplication.start(new DataFolder(home.resolve("data")), "--server.port=0");
        server = "http://127.0.0.1:" + instance.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void everyEndpointHasItsRowAndEveryRowItsEndpoint() {
        AccessMatrixContract.everyEndpointHasItsRow(
                instance.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class), "command",
                "query", "standalone");
    }

    @Test
    void everyRoleMeetsItsAnswer() {
        var issuer = instance.getBean(BuiltInIssuer.class);
        AccessMatrixContract.everyRoleMeetsItsAnswer(URI.create(server),
                role -> issuer.token(BuiltInIssuer.demoSubject(role), List.of(role)), "command", "query", "standalone",
                "actuator", "files");
    }

    @Test
    void healthIsOpenAndTellsNoDetails() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(server + "/actuator/health")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"UP\"").doesNotContain("components", "PostgreSQL");
    }

    @Test
    void theOperatorReadsTheMetrics() throws Exception {
        var token = instance.getBean(BuiltInIssuer.class).token("demo-operator", List.of(Role.OPERATOR));
        var answer = send(HttpRequest.newBuilder(URI.create(server + "/actuator/prometheus"))
                .header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void theLoginPageHasAButtonPerRole() throws Exception {
        var page = send(HttpRequest.newBuilder(URI.create(server + "/login")));
        assertThat(page.statusCode()).isEqualTo(200);
        for (var role : Role.values()) {
            assertThat(page.body()).contains("value=\"" + role.code() + "\"");
        }
    }

    @Test
    void aButtonGivesACookieThatScriptsAndOtherSitesCannotUse() throws Exception {
        var answer = send(logIn("controller"));
        assertThat(answer.statusCode()).isEqualTo(303);
        var cookie = answer.headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
        var query = HttpRequest.newBuilder(URI.create(server + "/v1/aged-balance?legalEntity=FR01"))
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(send(query).statusCode()).isNotIn(401, 403);
        assertThat(send(logIn("nobody")).statusCode()).isEqualTo(400);
        assertThat(send(logIn("controller").header("Sec-Fetch-Site", "cross-site")).statusCode()).isEqualTo(403);
    }

    @Test
    void loggingOutTakesTheCookieAway() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(server + "/logout")).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    }

    @Test
    void aBrowserWithoutATokenIsShownTheWayIn() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(server + "/")).header("Accept", "text/html"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    private static HttpRequest.Builder logIn(String role) {
        return HttpRequest.newBuilder(URI.create(server + "/login/demo"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("role=" + role));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
