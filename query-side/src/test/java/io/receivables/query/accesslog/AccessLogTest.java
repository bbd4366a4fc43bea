package io.receivables.query.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import io.receivables.query.testing.Browser;
import io.receivables.query.testing.PageTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who looked at what is kept, whatever the answer was. */
@PageTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class AccessLogTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    private Stories stories;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Browser browser;
    @LocalServerPort
    private int port;

    private Story story;
    private String entity;
    private String account;
    private String claire;

    @BeforeEach
    void aSmallBook() {
        story = stories.begin().account("C1").invoice("I1", "C1", "100.00", "2026-04-01", "2026-05-01");
        story.position();
        entity = story.entity().value();
        account = story.id("C1");
        claire = "claire-" + PEOPLE.incrementAndGet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=2026-03-31", "kind=GLANCE", "limit=501", "after=x",
            "legalEntity=NONE-OF-MINE"})
    void whatCannotBeAnsweredIsRefused(String parameter) {
        var answer = ask("conrad", List.of(Role.CONTROLLER), List.of(entity), "/v1/audit/access-log?" + parameter);
        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(JSON.readTree(answer.body()).path("code").asString()).isIn("PARAMETER_INVALID", "LIMIT_TOO_LARGE",
                "CURSOR_INVALID", "LEGAL_ENTITY_NOT_FOUND");
    }

    @Test
    void aPurposeThatCannotBeReadIsRefusedAndNothingIsAnswered() {
        var answer = ask(claire, Role.CLERK, "/v1/invoices/" + story.id("I1"), "X-Purpose", "x".repeat(201));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("PARAMETER_INVALID", "X-Purpose");
    }

    @Test
    void aReadIsKeptWithWhoWhatAndWhatFor() {
        ask(claire, Role.CLERK, "/v1/invoices/" + story.id("I1") + "?asAt=2026-05-31", "X-Purpose",
                "call of the customer");
        var read = only(claire);
        assertThat(read.path("method").asString()).isEqualTo("GET");
        assertThat(read.path("path").asString()).isEqualTo("/v1/invoices/{id}");
        assertThat(read.at("/ids/0").asString()).isEqualTo(story.id("I1"));
        assertThat(read.path("accountId").asString()).as("whose invoice it is").isEqualTo(account);
        assertThat(read.at("/legalEntities/0").asString()).isEqualTo(entity);
        assertThat(read.at("/roles/0").asString()).isEqualTo("clerk");
        assertThat(read.path("asAt").asString()).isEqualTo("2026-05-31");
        assertThat(read.path("purpose").asString()).isEqualTo("call of the customer");
        assertThat(read.path("purposeSaid").asBoolean()).isTrue();
        assertThat(read.path("status").asInt()).isEqualTo(200);
        assertThat(read.path("kind").asString()).isEqualTo("QUERY");
        assertThat(read.path("correlationId").asString()).isNotEmpty();
    }

    @Test
    void rowsAreCountedAndNamesThatWereLookedForAreNotKept() {
        ask(claire, Role.CLERK, "/v1/invoices?legalEntity=" + entity + "&q=Durand&limit=5");
        ask(claire, Role.CLERK, "/v1/invoices?legalEntity=" + entity);
        var reads = reads("who=" + claire);
        assertThat(reads.at("/0/rows").asInt()).isOne();
        assertThat(reads.at("/1/rows").asInt()).isZero();
        assertThat(reads.at("/1/parameters").asString()).contains("limit=5", "q=…").doesNotContain("Durand");
        assertThat(reads.at("/1/purpose").asString()).isEqualTo("DAILY_WORK");
        assertThat(reads.at("/1/purposeSaid").asBoolean()).isFalse();
    }

    @Test
    void whatIsNotFoundOrNotAllowedIsKeptWithItsStatus() {
        var other = stories.begin().account("C9");
        other.position();
        ask(claire, List.of(Role.CLERK), List.of(entity), "/v1/customer-accounts/" + other.id("C9"));
        ask(claire, List.of(Role.CLERK), List.of(entity), "/v1/audit/accounts/" + account + "/replay");
        ask(claire, List.of(Role.CLERK), List.of(entity), "/v1/aged-balance?legalEntity=" + entity + "&asAt=soon");
        var reads = reads("who=" + claire);
        assertThat(reads.valueStream().map(it -> it.path("status").asInt())).containsExactly(422, 403, 404);
        assertThat(reads.at("/2/accountId").asString()).isEqualTo(other.id("C9"));
        assertThat(reads.at("/2/legalEntities/0").asString()).as("whose it is, not who asked")
                .isEqualTo(
                        other.entity().value());
    }

    @Test
    void aReplayIsKeptBeforeItsFirstLineAndThenHowManyThereWere() {
        ask(claire, Role.AUDITOR, "/v1/audit/accounts/" + account + "/replay");
        var read = only(claire);
        assertThat(read.path("kind").asString()).isEqualTo("REPLAY");
        assertThat(read.path("rows").asInt()).isEqualTo(2);
        assertThat(read.path("status").asInt()).isEqualTo(200);
        assertThat(jdbc.sql("select status is null from access.entry where who = ?")
                .param(claire)
                .query(Boolean.class)
                .single()).as("the row itself was written before").isTrue();
    }

    @Test
    void filesPagesAndExportsAreKept() {
        send(claire, List.of(Role.CONTROLLER), List.of("*"), "/v1/invoices?legalEntity=" + entity, "Accept",
                "text/csv");
        send(claire, List.of(Role.CONTROLLER), List.of("*"), "/accounts/" + account, "Accept", "text/html");
        send(claire, List.of(Role.CONTROLLER), List.of("*"), "/v1/audit/events?accountId=" + account, "Accept", "*/*");
        send(claire, List.of(Role.CONTROLLER), List.of("*"), "/v1/audit/diff?accountId=" + account, "Accept", "*/*");
        var reads = reads("who=" + claire);
        assertThat(reads.valueStream().map(it -> it.path("kind").asString())).containsExactly("AUDIT", "REPLAY", "PAGE",
                "FILE");
        assertThat(reads.valueStream().map(it -> it.path("accountId").asString())).containsExactly(account, account,
                account, "");
        assertThat(reads.at("/1/rows").asInt()).isEqualTo(2);
        assertThat(reads.at("/3/rows").asInt()).isOne();
    }

    @Test
    void aFileIsOneByWhatIsAnswered() {
        send(claire, List.of(Role.CONTROLLER), List.of("*"), "/accounts/" + account + "/statement.pdf", "Accept",
                "text/html");
        assertThat(answered("/v1/aged-balance?legalEntity=" + entity, "text/csv, application/json;q=0.1"))
                .startsWith("text/csv");
        assertThat(answered("/v1/aged-balance?legalEntity=" + entity, "text/csv;q=0.1, application/json"))
                .startsWith("application/json");
        assertThat(answered("/v1/invoices?legalEntity=" + entity, "text/csv")).startsWith("text/csv");
        assertThat(reads("who=" + claire).valueStream().map(it -> it.path("kind").asString()))
                .containsExactly("FILE", "QUERY", "FILE", "FILE");
    }

    /** @return the media type */
    private String answered(String path, String accept) {
        return send(claire, List.of(Role.CONTROLLER), List.of("*"), path, "Accept", accept).headers()
                .firstValue("Content-Type")
                .orElseThrow();
    }

    @Test
    void anExportIsKeptWithTheAccountAndThePurposeOfItsOrder() {
        var ordered = JSON.readTree(order(claire, Role.AUDITOR, account).body());
        var path = "/v1/exports/" + ordered.path("exportId").asString();
        ask(claire, Role.AUDITOR, path + "/content");
        var reads = reads("accountId=" + account + "&who=" + claire);
        assertThat(reads.valueStream().map(it -> it.path("path").asString())).containsExactly(
                "/v1/exports/{id}/content",
                "/v1/exports");
        for (var read : reads) {
            assertThat(read.path("kind").asString()).isEqualTo("EXPORT");
            assertThat(read.path("purpose").asString()).isEqualTo("for the court");
            assertThat(read.path("legalEntities").valueStream().map(JsonNode::asString)).containsExactly(entity);
        }
        assertThat(reads.at("/1/status").asInt()).isEqualTo(202);
    }

    @Test
    void anOrderThatIsRefusedIsKeptToo() {
        order(claire, Role.AUDITOR, "NOBODY");
        var read = only(claire);
        assertThat(read.path("accountId").asString()).isEqualTo("NOBODY");
        assertThat(read.path("status").asInt()).isEqualTo(404);
    }

    @Test
    void machinesAreNotKeptButForWhatLeavesTheHouse() {
        ask(claire, Role.INTEGRATION, "/v1/invoices/" + story.id("I1"));
        assertThat(reads("who=" + claire)).isEmpty();
        order(claire, Role.INTEGRATION, account);
        ask(claire, Role.INTEGRATION, "/v1/exports/journal?legalEntity=" + entity);
        assertThat(reads("who=" + claire).valueStream().map(it -> it.path("kind").asString()))
                .containsExactly("EXPORT", "EXPORT");
    }

    private HttpResponse<String> order(String who, Role role, String accountId) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/exports"))
                    .header("Authorization", "Bearer " + TestIdentity.token(who, List.of(role), List.of("*")))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"kind\":\"account-pack\",\"accountId\":\"%s\",\"purpose\":\"for the court\"}"
                                    .formatted(accountId)))
                    .build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void whoLooksAtTheLogIsInIt() {
        reads("accountId=" + account);
        var looks = reads("kind=ACCESS_LOG&accountId=" + account);
        assertThat(looks.size()).isOne();
        assertThat(looks.at("/0/who").asString()).isEqualTo("conrad");
        assertThat(looks.at("/0/purpose").asString()).isEqualTo("OVERSIGHT");
    }

    @Test
    void aControllerOfOneEntitySeesWhatCouldBeAboutIt() {
        ask(claire, Role.CLERK, "/v1/customer-accounts/" + account);
        ask(claire, Role.CLERK, "/v1/invoices");
        var other = stories.begin();
        other.position();
        ask(claire, Role.CLERK, "/v1/aged-balance?legalEntity=" + other.entity());
        var answer = ask("carla", List.of(Role.CONTROLLER), List.of(entity), "/v1/audit/access-log?who=" + claire);
        assertThat(JSON.readTree(answer.body()).path("items").valueStream().map(it -> it.path("path").asString()))
                .containsExactly("/v1/invoices", "/v1/customer-accounts/{id}");
    }

    @Test
    void whatMayBeAboutAnotherEntityIsNotShown() {
        ask(claire, Role.CONTROLLER, "/v1/credit-groups/G-OF-SOMEBODY");
        ask(claire, Role.CLERK, "/v1/customer-accounts/NOT-HERE?asAt=2026-05-31");
        ask(claire, List.of(Role.CLERK), List.of(entity), "/v1/credit-groups/G-OF-MINE");
        var answer = ask("carla", List.of(Role.CONTROLLER), List.of(entity), "/v1/audit/access-log?who=" + claire);
        assertThat(answer.body()).contains("/v1/credit-groups/{id}", "G-OF-MINE")
                .doesNotContain("G-OF-SOMEBODY", "NOT-HERE", "asAt=");
        assertThat(log("who=" + claire).toString()).contains("G-OF-MINE", "G-OF-SOMEBODY", "NOT-HERE");
    }

    @Test
    void theLogIsReadInPagesAndAsAFile() {
        for (int i = 0; i < 5; i++) {
            ask(claire, Role.CLERK, "/v1/invoices?legalEntity=" + entity + "&limit=" + (i + 1));
        }
        var first = log("who=" + claire + "&limit=2");
        var second = log("who=" + claire + "&limit=2&after=" + first.path("nextCursor").asString());
        assertThat(first.at("/items/0/parameters").asString()).contains("limit=5");
        assertThat(second.at("/items/0/parameters").asString()).contains("limit=3");
        var file = send("conrad", List.of(Role.CONTROLLER), List.of("*"), "/v1/audit/access-log?who=" + claire,
                "Accept",
                "text/csv");
        assertThat(file.body().lines()).hasSize(6).first().asString().contains("who", "path", "purpose");
        assertThat(log("who=" + claire + "&to=1999-01-01T00:00:00Z").path("items")).isEmpty();
    }

    @Test
    void thePageShowsTheSameInBothLanguages() {
        ask(claire, Role.CLERK, "/v1/customer-accounts/" + account);
        browser.become(Role.AUDITOR);
        assertThat(browser.open("/access-log?who=" + claire).body()).contains("Who looked", "daily work",
                "/v1/customer-accounts/{id}", "/accounts/" + account);
        assertThat(browser.openIn("fr", "/access-log?who=" + claire + "&from=2020-01-01&to=2199-01-01").body())
                .contains("Consultations", "travail courant");
        assertThat(browser.open("/access-log?from=someday").statusCode()).isEqualTo(400);
        browser.become(Role.CLERK);
        assertThat(browser.open("/access-log").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update access.entry set who = 'nobody'", "delete from access.entry",
            "truncate access.entry cascade",
            "update access.entry_end set status = 404", "delete from access.entry_end", "truncate access.entry_end"})
    void whatIsKeptIsNeverChanged(String change) {
        ask(claire, Role.AUDITOR, "/v1/audit/accounts/" + account + "/replay");
        reads("who=" + claire);
        assertThatThrownBy(() -> jdbc.sql(change).update()).hasStackTraceContaining("reads are only");
        assertThat(reads("who=" + claire).size()).isOne();
    }

    @Test
    void anOldReadIsDeletedWithARowThatSaysSo() throws Exception {
        ask(claire, Role.AUDITOR, "/v1/audit/accounts/" + account + "/replay");
        reads("who=" + claire);
        var old = "old-" + claire;
        jdbc.sql(
                """
                        insert into access.entry (id, at, who, roles, kind, method, path, ids, status, correlation_id)
                        values (gen_random_uuid(), '2020-01-01', ?, '{clerk}', 'QUERY', 'GET', '/v1/invoices', '{}', 200, 'x')""")
                .param(old)
                .update();
        var done = delete("owen");
        assertThat(done.path("entries").asLong()).isOne();
        assertThat(reads("who=" + old)).isEmpty();
        assertThat(reads("who=" + claire).size()).as("what is younger stays").isOne();
        var said = reads("kind=DELETION&who=owen");
        assertThat(said.at("/0/rows").asLong()).isOne();
        assertThat(said.at("/0/deletedBefore").asString()).isEqualTo(done.path("before").asString());
        assertThat(delete("owen").path("entries").asLong()).as("twice is once").isZero();
        assertThat(reads("kind=DELETION&who=owen").size()).isOne();
    }

    @Test
    void nobodyMayMakeTheLastWeeksDisappear() {
        assertThatThrownBy(() -> jdbc
                .sql("""
                        insert into access.entry (id, at, who, roles, kind, method, path, ids, status, correlation_id, deleted_before)
                        values (gen_random_uuid(), now(), 'x', '{}', 'DELETION', 'POST', '/', '{}', 200, 'x', now())""")
                .update())
                .hasStackTraceContaining("deletion_leaves_thirty_days");
    }

    private JsonNode delete(String who) throws IOException, InterruptedException {
        return JSON.readTree(HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                + "/v1/operations/access-log/deletions"))
                .header("Authorization", "Bearer " + TestIdentity.token(who, List.of(Role.OPERATOR), List.of("*")))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(), BodyHandlers.ofString()).body());
    }

    private JsonNode only(String who) {
        var reads = reads("who=" + who);
        assertThat(reads.size()).isOne();
        return reads.get(0);
    }

    private JsonNode reads(String parameters) {
        return log(parameters).path("items");
    }

    private JsonNode log(String parameters) {
        var answer = ask("conrad", Role.CONTROLLER, "/v1/audit/access-log?" + parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> ask(String who, Role role, String path, String... header) {
        return send(who, List.of(role), List.of("*"), path, header);
    }

    private HttpResponse<String> ask(String who, List<Role> roles, List<String> entities, String path) {
        return send(who, roles, entities, path);
    }

    private HttpResponse<String> send(String who, List<Role> roles, List<String> entities, String path,
            String... header) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port).resolve(path))
                    .header("Authorization", "Bearer " + TestIdentity.token(who, roles, entities));
            if (header.length == 2) {
                request.header(header[0], header[1]);
            }
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
