package io.receivables.query.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.testing.QueryTest;
import io.receivables.query.testing.Stories;
import io.receivables.query.testing.Story;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QueryTest
@SuppressWarnings("NullAway.Init") // filled by Spring
class ExportTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private MockMvc http;
    @Autowired
    private Stories stories;
    @Autowired
    private ExportStore store;
    @Autowired
    private JdbcClient jdbc;

    private Story story;

    @BeforeEach
    void anAccount() {
        story = stories.begin().account("C1").invoice("I1", "C1", "100.00", "2026-03-01", "2026-03-31");
        story.position();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{'purpose':'x'} | REQUIRED | /kind",
            "{'kind':'everything','purpose':'x'} | VALUE_INVALID | /kind",
            "{'kind':1,'purpose':'x'} | VALUE_INVALID | /kind",
            "{'kind':'account-pack','purpose':'x'} | REQUIRED | /accountId",
            "{'kind':'account-pack','accountId':'@'} | REQUIRED | /purpose",
            "{'kind':'account-pack','accountId':'@','purpose':null} | REQUIRED | /purpose",
            "{'kind':'account-pack','accountId':'@','purpose':''} | TEXT_INVALID | /purpose",
            "{'kind':'account-pack','accountId':'@','purpose':'a\\u202eb'} | TEXT_INVALID | /purpose",
            "{'kind':'account-pack','accountId':'@','purpose':'a\\u0000b'} | TEXT_INVALID | /purpose",
            "{'kind':'account-pack','accountId':5,'purpose':'x'} | WRONG_TYPE | /accountId",
            "{'kind':'account-pack','accountId':'@','purpose':['x']} | WRONG_TYPE | /purpose",
            "{'kind':'account-pack','accountId':'@','purpose':'x','legalEntity':'FR01'} | UNKNOWN_FIELD | /legalEntity",
            "{'kind':'events','purpose':'x','asKnown':'1'} | UNKNOWN_FIELD | /asKnown",
            "{'kind':'journal','purpose':'x','from':'2026-01-01','to':'2026-01-31'} | REQUIRED | /legalEntity"})
    void anOrderThatSaysNotWhatIsWantedIsRefused(String body, String code, String pointer) throws Exception {
        order(body).andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.errors[0].pointer").value(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'kind':'account-pack','accountId':'NOBODY','purpose':'x'} | 404 | ACCOUNT_NOT_FOUND",
            "{'kind':'account-pack','accountId':'@','asAt':'2019-12-31','purpose':'x'} | 404 | ACCOUNT_NOT_FOUND",
            "{'kind':'account-pack','accountId':'@','asAt':'2026-02-30','purpose':'x'} | 422 | DATE_INVALID",
            "{'kind':'account-pack','accountId':'@','asKnown':'999999999999','purpose':'x'} | 422 | AS_KNOWN_IN_FUTURE",
            "{'kind':'account-pack','accountId':'@','asKnown':'never','purpose':'x'} | 422 | AS_KNOWN_INVALID",
            "{'kind':'account-pack','accountId':'@','asKnown':'signoff:NONE/2026-01','purpose':'x'} | 422 | SIGN_OFF_UNKNOWN",
            "{'kind':'journal','legalEntity':'NONE','from':'2026-01-01','to':'2026-01-31','purpose':'x'} | 404 | LEGAL_ENTITY_NOT_FOUND"})
    void whatCannotBeHadIsRefusedWhenItIsOrdered(String body, int status, String code) throws Exception {
        order(body).andExpect(status().is(status)).andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void anOrderNeedsAKeyAndABody() throws Exception {
        http.perform(post("/v1/exports").contentType("application/json").content(pack()))
                .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_MISSING"));
        http.perform(post("/v1/exports").header("Idempotency-Key", " ").contentType("application/json").content(pack()))
                .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_INVALID"));
        order("{'kind'").andExpect(jsonPath("$.code").value("MALFORMED_JSON"));
        order("[]").andExpect(status().isBadRequest());
    }

    @Test
    void whoMayNotAskForAnAnswerMayNotExportItEither() throws Exception {
        Stories.actAsMemberOf(story.entity().value());
        order(pack()).andExpect(status().isForbidden()).andExpect(jsonPath("$.code").value("FORBIDDEN"));
        stories.begin();
        Stories.actAsMemberOf("OTHER");
        http.perform(get("/v1/exports/" + UUID.randomUUID())).andExpect(jsonPath("$.code").value("EXPORT_NOT_FOUND"));
        http.perform(get("/v1/exports/x")).andExpect(jsonPath("$.code").value("EXPORT_NOT_FOUND"));
    }

    @Test
    void theSameKeyIsTheSameExportAndForAnotherRefused() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = json(order(pack(), key).andExpect(status().isAccepted()));
        order(pack(), key).andExpect(status().isAccepted())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andExpect(jsonPath("$.exportId").value(first.path("exportId").asString()));
        order(pack().replace("for the court", "for nothing"), key).andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void aFileIsThereAsAWholeWithItsHashAndBelongsToWhoOrderedIt() throws Exception {
        var ordered = json(order(pack()).andExpect(status().isAccepted()));
        var path = "/v1/exports/" + ordered.path("exportId").asString();
        assertThat(ordered.at("/parameters/asAt").asString()).isEqualTo("2026-06-30");
        assertThat(ordered.at("/parameters/asKnown").asString())
                .isEqualTo(ordered.at("/asKnown/position").asString());
        var done = awaitEnd(path, "DONE");
        assertThat(done.path("purpose").asString()).isEqualTo("for the court");
        assertThat(done.path("requestedBy").asString()).isEqualTo("clerk-1");
        assertThat(done.at("/progress/done").asInt()).isEqualTo(done.at("/progress/total").asInt());
        var answer = http.perform(get(path + "/content")).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(answer.getContentType()).isEqualTo("application/zip");
        assertThat(answer.getContentAsByteArray()).hasSize(done.path("bytes").asInt());
        assertThat(sha256(answer.getContentAsByteArray())).isEqualTo(done.path("sha256").asString());
        http.perform(get("/v1/exports?limit=1"))
                .andExpect(jsonPath("$.items[0].exportId").value(done.path("exportId").asString()))
                .andExpect(jsonPath("$.nextCursor").isNotEmpty());

        new Actor("somebody-else", Set.of("controller"), Set.of(), true).act(() -> expectNotFound(path));
        http.perform(get(path)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({"clerk,*", "auditor,OTHER", "auditor,"})
    void whoseRightsWereNarrowedGetsNothingMore(String role, @Nullable String entity) throws Exception {
        var key = UUID.randomUUID().toString();
        var path = "/v1/exports/"
                + json(order(pack(), key).andExpect(status().isAccepted())).path("exportId").asString();
        awaitEnd(path, "DONE");
        boolean all = "*".equals(entity);
        new Actor("clerk-1", Set.of(role), entity == null || all ? Set.of() : Set.of(entity), all).act(() -> {
            expectForbidden(() -> http.perform(get(path + "/content")));
            expectForbidden(() -> order(pack(), key));
        });
        http.perform(get(path + "/content")).andExpect(status().isOk());
    }

    @Test
    void whatWasOrderedForSomeEntitiesIsForWhoStillHasThem() throws Exception {
        var id = left("RUNNING", 1, "now() + interval '1 hour'");
        jdbc.sql("update operations.export set all_entities = false, entities = '{A,B}' where export_id = ?")
                .param(id)
                .update();
        var path = "/v1/exports/" + id + "/content";
        new Actor("clerk-1", Set.of("auditor"), Set.of("A", "C"), false)
                .act(() -> expectForbidden(() -> http.perform(get(path))));
        new Actor("clerk-1", Set.of("auditor"), Set.of("A", "B", "C"), false).act(() -> expect("EXPORT_NOT_READY",
                () -> http.perform(get(path))));
        jdbc.sql("update operations.export set state = 'FAILED' where export_id = ?").param(id).update();
    }

    private static void expectForbidden(Callable<ResultActions> request) {
        expect("FORBIDDEN", request);
    }

    private static void expect(String code, Callable<ResultActions> request) {
        try {
            request.call().andExpect(jsonPath("$.code").value(code));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void expectNotFound(String path) {
        try {
            http.perform(get(path)).andExpect(jsonPath("$.code").value("EXPORT_NOT_FOUND"));
            http.perform(get(path + "/content")).andExpect(jsonPath("$.code").value("EXPORT_NOT_FOUND"));
            http.perform(get("/v1/exports")).andExpect(jsonPath("$.items.length()").value(0));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void theEventsAreThoseThatWereThereWhenTheyWereOrdered() throws Exception {
        var ordered = json(order("{'kind':'events','purpose':'audit'}"));
        story.invoice("I2", "C1", "1.00", "2026-03-01", "2026-03-31").position();
        var path = "/v1/exports/" + ordered.path("exportId").asString();
        awaitEnd(path, "DONE");
        var zipped = http.perform(get(path + "/content")).andReturn().getResponse().getContentAsByteArray();
        var lines = new String(new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes(), UTF_8).lines()
                .toList();
        assertThat(JSON.readTree(lines.getLast()).path("lastPosition").asString())
                .isEqualTo(ordered.at("/parameters/toPosition").asString());
        assertThat(lines.size() - 1).isEqualTo(JSON.readTree(lines.getLast()).path("events").asInt());
    }

    @Test
    void whatANodeLeftBehindIsWrittenAnewByAnother() throws Exception {
        var id = left("RUNNING", 1, "now() - interval '1 second'");
        jdbc.sql("insert into operations.export_part values (?, 1, 0, 'half a file'::bytea)").param(id).update();
        var done = awaitEnd("/v1/exports/" + id, "DONE");
        assertThat(done.path("attempts").asInt()).isEqualTo(2);
        var content = http.perform(get("/v1/exports/" + id + "/content")).andReturn().getResponse();
        assertThat(sha256(content.getContentAsByteArray())).isEqualTo(done.path("sha256").asString());
        store.removeOld(Duration.ofDays(1));
        assertThat(jdbc.sql("select count(*) from operations.export_part where export_id = ? and attempt = 1")
                .param(id)
                .query(Integer.class)
                .single()).isZero();
    }

    @Test
    void whatEndsItsNodeAgainAndAgainIsGivenUp() throws Exception {
        var id = left("RUNNING", ExportWorker.MOST_ATTEMPTS, "now() - interval '1 second'");
        var failed = awaitEnd("/v1/exports/" + id, "FAILED");
        assertThat(failed.at("/error/code").asString()).isEqualTo("EXPORT_FAILED");
        http.perform(get("/v1/exports/" + id + "/content"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("EXPORT_FAILED"));
    }

    @Test
    void halfAFileIsNeverGiven() throws Exception {
        var id = left("RUNNING", 1, "now() + interval '1 hour'");
        jdbc.sql("insert into operations.export_part values (?, 1, 0, 'half a file'::bytea)").param(id).update();
        http.perform(get("/v1/exports/" + id + "/content"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("EXPORT_NOT_READY"));
        jdbc.sql("update operations.export set state = 'FAILED' where export_id = ?").param(id).update();
    }

    @Test
    void aLongFileIsStoredInPartsAndIsTheSameWhenItIsFetched() throws Exception {
        var id = left("RUNNING", 1, "now() + interval '1 hour'");
        var job = job(id);
        var bytes = new byte[2 * PartStream.PART_BYTES + 17];
        new Random(1).nextBytes(bytes);
        var out = new PartStream(store, job, bytes.length, () -> true);
        out.write(bytes, 0, 5);
        out.write(bytes[5]);
        out.write(bytes, 6, bytes.length - 6);
        var sha256 = out.end();
        assertThat(store.finish(job, "another node", out.bytes(), sha256)).isFalse();
        assertThat(store.finish(job, "dead", out.bytes(), sha256)).isTrue();
        http.perform(get("/v1/exports/" + id + "/content"))
                .andExpect(result -> assertThat(result.getResponse().getContentAsByteArray()).isEqualTo(bytes));
        assertThat(sha256).isEqualTo(sha256(bytes));
        store.removeOld(Duration.ZERO);
        http.perform(get("/v1/exports/" + id + "/content"))
                .andExpect(status().isGone())
                .andExpect(jsonPath("$.code").value("EXPORT_EXPIRED"));
        http.perform(get("/v1/exports/" + id)).andExpect(jsonPath("$.state").value("EXPIRED"));
    }

    @Test
    void thereIsOnlySoMuchRoomAndAnExportThatWasTakenOverStops() {
        var job = job(left("RUNNING", 1, "now() + interval '1 hour'"));
        assertThatThrownBy(() -> new PartStream(store, job, 10, () -> true).write(new byte[11], 0, 11))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("10 more bytes");
        assertThatThrownBy(() -> new PartStream(store, job, Long.MAX_VALUE, () -> false)
                .write(new byte[PartStream.PART_BYTES], 0, PartStream.PART_BYTES))
                .isInstanceOf(PartStream.BrokenOff.class);
        jdbc.sql("update operations.export set state = 'FAILED' where export_id = ?").param(job.exportId()).update();
    }

    /** An export that a node which ended had begun. */
    private UUID left(String state, int attempt, String leaseUntil) {
        var id = UUID.randomUUID();
        var settled = JSON.writeValueAsString(Map.of("parameters", Map.of("toPosition", "1"), "fileName", "f",
                "mediaType", "application/gzip"));
        jdbc.sql(
                """
                        insert into operations.export (export_id, kind, subject, roles, entities, all_entities, idempotency_key,
                               fingerprint, purpose, settled, state, attempt, started_at, lease_owner, lease_until)
                        values (?, 'EVENTS', 'clerk-1', '{controller}', '{}', true, ?, '', 'audit', ?::json, ?, ?, now(), 'dead', %s)"""
                        .formatted(leaseUntil))
                .params(id, id.toString(), settled, state, attempt)
                .update();
        return id;
    }

    private static ExportJob job(UUID id) {
        return new ExportJob(id, ExportKind.EVENTS, new Actor("clerk-1", Set.of("controller"), Set.of(), true), "audit",
                Instant.EPOCH, new Settled(new TreeMap<>(), null, "f", "application/gzip"), 1);
    }

    private String pack() {
        return "{'kind':'account-pack','accountId':'@','purpose':'for the court'}".replace('\'', '"')
                .replace("@", story.id("C1"));
    }

    private ResultActions order(String body) throws Exception {
        return order(body, UUID.randomUUID().toString());
    }

    private ResultActions order(String body, String key) throws Exception {
        return http.perform(post("/v1/exports").header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body.replace('\'', '"').replace("@", story.id("C1"))));
    }

    private JsonNode awaitEnd(String path, String state) throws Exception {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Set.of("QUEUED", "RUNNING")
                        .contains(json(http.perform(get(path))).path("state").asString()));
        var end = json(http.perform(get(path)));
        assertThat(end.path("state").asString()).as(end.toString()).isEqualTo(state);
        return end;
    }

    private static JsonNode json(ResultActions answer) throws Exception {
        return JSON.readTree(answer.andReturn().getResponse().getContentAsString());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
