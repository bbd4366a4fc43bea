package io.receivables.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class GateTest {

    private static final String ACCOUNT = "/v1/customer-accounts/C1";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    @SuppressWarnings("NullAway.Init")
    private static ServletWebServerApplicationContext application;

    @BeforeAll
    static void start() {
        application = startWith("receivables.identity.login-page=/login");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void everyRoleMeetsItsAnswer() {
        AccessMatrixContract.everyRoleMeetsItsAnswer(server(application), "command", "query", "actuator", "standalone",
                "files");
    }

    @Test
    void anEndpointWithoutARowOrARowWithoutAnEndpointFails() {
        var handlers = application.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        AccessMatrixContract.everyEndpointHasItsRow(handlers, "command", "query", "actuator", "standalone", "files");
        assertThat(catching(() -> AccessMatrixContract.everyEndpointHasItsRow(handlers, "command")))
                .hasMessageContaining("aged-balance");
        assertThat(
                catching(() -> AccessMatrixContract.everyEndpointHasItsRow(handlers, "command", "query", "actuator")))
                .hasMessageContaining("/login");
    }

    @Test
    void theActorIsReadFromTheToken() throws Exception {
        var token = TestIdentity.token("somebody", List.of(Role.CLERK, Role.AUDITOR), List.of("FR01"));
        assertThat(get(ACCOUNT, token).body()).contains("\"subject\":\"somebody\"", "\"clerk\"", "\"auditor\"",
                "\"entities\":[\"FR01\"]", "\"allEntities\":false");
        assertThat(get(ACCOUNT, TestIdentity.token(Role.CLERK)).body()).contains("\"allEntities\":true");
    }

    @Test
    void withoutEntitiesNoneIsSeen() throws Exception {
        var token = TestIdentity.signed(TestIdentity.claims(List.of("clerk")).claim("legal_entities", null).build());
        assertThat(get(ACCOUNT, token).body()).contains("\"entities\":[]", "\"allEntities\":false");
    }

    @Test
    void refusesWithoutToken() throws Exception {
        var answer = get(ACCOUNT, null);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"", "\"status\":401");
    }

    @Test
    void refusesWhatIsExpiredEndlessOrNotYetValid() throws Exception {
        var before = Date.from(Instant.now().minusSeconds(600));
        var past = Date.from(Instant.now().minusSeconds(60));
        var future = Date.from(Instant.now().plusSeconds(300));
        refusedToken(TestIdentity.signed(
                TestIdentity.claims(List.of("clerk")).issueTime(before).expirationTime(past).build()));
        refusedToken(TestIdentity.signed(TestIdentity.claims(List.of("clerk")).expirationTime(null).build()));
        refusedToken(TestIdentity.signed(TestIdentity.claims(List.of("clerk")).notBeforeTime(future).build()));
    }

    @Test
    void toleratesASmallDifferenceOfClocks() throws Exception {
        var justPast = Date.from(Instant.now().minusSeconds(5));
        var before = Date.from(Instant.now().minusSeconds(600));
        var token = TestIdentity.signed(
                TestIdentity.claims(List.of("clerk")).issueTime(before).expirationTime(justPast).build());
        assertThat(get(ACCOUNT, token).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnotherIssuerOrAudience() throws Exception {
        refusedToken(TestIdentity.signed(TestIdentity.claims(List.of("clerk")).issuer("https://other.test").build()));
        refusedToken(TestIdentity.signed(TestIdentity.claims(List.of("clerk")).issuer(null).build()));
        refusedToken(TestIdentity.signed(TestIdentity.claims(List.of("clerk")).audience("payroll").build()));
        refusedToken(TestIdentity.signed(TestIdentity.claims(List.of("clerk")).audience((String) null).build()));
    }

    @Test
    void refusesAnotherKeyUnderTheSameName() throws Exception {
        refusedToken(TestIdentity.signed(TestIdentity.claims(List.of("clerk")).build(), JWSAlgorithm.ES256,
                new ECDSASigner(TestIdentity.newKey())));
    }

    @Test
    void refusesOtherAlgorithms() throws Exception {
        var claims = TestIdentity.claims(List.of("controller")).build();
        // The old trick: the public key, known to everybody, as the secret of a symmetric signature.
        var secret = TestIdentity.KEY.toPublicJWK().toJSONString().getBytes(UTF_8);
        refusedToken(TestIdentity.signed(claims, JWSAlgorithm.HS256, new MACSigner(secret)));
        refusedToken(new PlainJWT(claims).serialize());
        refusedToken(TestIdentity.signed(claims, JWSAlgorithm.RS256,
                new RSASSASigner(new RSAKeyGenerator(2048).generate())));
        refusedToken("no token at all");
    }

    @Test
    void refusesClaimsOfTheWrongShape() throws Exception {
        refusedToken(TestIdentity.signed(TestIdentity.claims(List.of()).claim("roles", "controller").build()));
        refusedToken(
                TestIdentity.signed(TestIdentity.claims(List.of("clerk")).claim("legal_entities", "FR01").build()));
        refusedToken(TestIdentity.signed(TestIdentity.claims(List.of("clerk")).subject(null).build()));
    }

    @Test
    void missingAndUnknownRolesGiveNothing() throws Exception {
        for (var roles : List.of(List.<String>of(), List.of("Controller"), List.of("root", "admin"))) {
            var answer = get(ACCOUNT, TestIdentity.signed(TestIdentity.claims(roles).build()));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"code\":\"FORBIDDEN\"");
        }
    }

    @Test
    void saysWhatDoesNotExist() throws Exception {
        var token = TestIdentity.token(Role.CONTROLLER);
        assertThat(get("/v1/nothing", token).statusCode()).isEqualTo(404);
        assertThat(get("/v1/nothing", token).body()).contains("\"code\":\"NO_SUCH_PATH\"");
        var answer = send(request("/v1/aged-balance", token).DELETE());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
        assertThat(get("/v1/nothing", null).statusCode()).isEqualTo(401);
        assertThat(get("/v1//invoices", token).statusCode()).isEqualTo(400);
        assertThat(get("/v1//invoices", token).body()).contains("\"code\":\"PARAMETER_INVALID\"");
    }

    @Test
    void headIsReadLikeGet() throws Exception {
        assertThat(send(request(ACCOUNT, TestIdentity.token(Role.CLERK)).HEAD()).statusCode()).isEqualTo(200);
        assertThat(send(request(ACCOUNT, TestIdentity.token(Role.OPERATOR)).HEAD()).statusCode()).isEqualTo(403);
    }

    @Test
    void theCookieReadsButNeverCommands() throws Exception {
        var cookie = PageCookie.NAME + "=" + TestIdentity.token(Role.CONTROLLER);
        assertThat(send(request(ACCOUNT, null).header("Cookie", cookie).GET()).statusCode()).isEqualTo(200);
        for (var command : AccessMatrix.load().rows()) {
            if (command.servedBy().equals("command") && !command.method().equals("GET")) {
                var path = command.path().getPatternString().replaceAll("\\{[^}]+}", "none");
                var answer = send(request(path, null).header("Cookie", cookie)
                        .method(command.method(), HttpRequest.BodyPublishers.ofString("{}")));
                assertThat(answer.statusCode()).as(command.endpoint()).isEqualTo(401);
            }
        }
    }

    @Test
    void theCookieCountsOnlyWhereThereIsALoginPage() throws Exception {
        try (var other = startWith()) {
            var cookie = PageCookie.NAME + "=" + TestIdentity.token(Role.CONTROLLER);
            var call = HttpRequest.newBuilder(server(other).resolve(ACCOUNT)).header("Cookie", cookie);
            assertThat(send(call).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aBrowserWithoutTokenIsSentToTheLoginPage() throws Exception {
        var page = send(request("/some-page", null).header("Accept", "text/html,*/*"));
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/login");
        assertThat(send(request(ACCOUNT, null).header("Accept", "text/html")).statusCode()).isEqualTo(401);
    }

    @Test
    void anExpiredCookieDoesNotStandBeforeTheLoginPage() throws Exception {
        var past = Date.from(Instant.now().minusSeconds(600));
        var old = TestIdentity.signed(TestIdentity.claims(List.of("clerk")).expirationTime(past).build());
        var page = send(request("/login", null).header("Cookie", PageCookie.NAME + "=" + old));
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void metricsAreTheOperatorsUnlessOpenedToTheSameMachine() throws Exception {
        assertThat(get("/actuator/prometheus", null).statusCode()).isEqualTo(401);
        try (var open = startWith("receivables.identity.metrics-open-to-loopback=true")) {
            var metrics = HttpRequest.newBuilder(server(open).resolve("/actuator/prometheus"));
            // Let in; the endpoint of this test then finds no actor.
            assertThat(send(metrics).statusCode()).isNotIn(401, 403);
            assertThat(send(HttpRequest.newBuilder(server(open).resolve("/actuator/env"))).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void answersCarryTheHeadersOfASafeSite() throws Exception {
        var headers = get(ACCOUNT, TestIdentity.token(Role.CLERK)).headers();
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'");
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
    }

    private static void refusedToken(String token) throws Exception {
        var answer = get(ACCOUNT, token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
        assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"");
    }

    private static HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        return send(request(path, token));
    }

    private static HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(server(application) + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static URI server(ServletWebServerApplicationContext context) {
        return URI.create("http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort());
    }

    private static ServletWebServerApplicationContext startWith(String... more) {
        var properties = Stream.of(TestIdentity.properties(), more, new String[]{"server.port=0"})
                .flatMap(Stream::of)
                .toArray(String[]::new);
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(GateApplication.class)
                .properties(properties)
                .run();
    }

    private static @Nullable Throwable catching(Runnable check) {
        return catchThrowable(check::run);
    }
}
