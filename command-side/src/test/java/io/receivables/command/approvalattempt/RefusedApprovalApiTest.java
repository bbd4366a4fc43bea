package io.receivables.command.approvalattempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is refused has not happened; that somebody tried to approve it has. */
class RefusedApprovalApiTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Book book = Book.open();
    private final Api claire = Api.as("claire", Role.CONTROLLER);

    @Test
    void otherRefusalsLeaveNothing() {
        var id = writeOff("100.00");
        claire.post("/v1/write-offs/" + id + "/rejection", "{}").expect(200);
        claire.post("/v1/write-offs/" + id + "/approval", "{}").expect(409, "WRITE_OFF_NOT_PENDING");
        Api.as("clerk", Role.CLERK).post("/v1/write-offs/" + id + "/approval", "{}").expect(403, "FORBIDDEN");
        assertThat(attempts("WRITE_OFF/" + id)).isEmpty();
    }

    @Test
    void whoTriesToApproveTheOwnWriteOffIsRemembered() {
        var id = writeOff("100.00");
        claire.post("/v1/write-offs/" + id + "/approval", "{}").expect(403, "APPROVER_IS_REQUESTER");
        var attempt = attempts("WRITE_OFF/" + id).getFirst();
        assertThat(attempt.at("/payload/attemptedBy").asString()).isEqualTo("claire");
        assertThat(attempt.at("/payload/requestedBy").asString()).isEqualTo("claire");
        assertThat(attempt.at("/payload/rule").asString()).isEqualTo("APPROVER_IS_REQUESTER");
        assertThat(attempt.at("/payload/amount/amount").asString()).isEqualTo("100.00");
        assertThat(attempt.at("/payload/accountId").asString()).isEqualTo(book.account);
        assertThat(attempt.at("/payload/invoiceId").asString()).isNotEmpty();
        assertThat(attempt.at("/metadata/who").asString()).isEqualTo("claire");
        assertThat(attempt.at("/metadata/commandId").asString()).isNotEmpty();
        assertThat(attempt.at("/metadata/correlationId").asString()).isNotEmpty();
    }

    @Test
    void eachAttemptIsOneFactAndTheWriteOffStaysAsItWas() {
        var id = writeOff("100.00");
        for (int i = 0; i < 3; i++) {
            claire.post("/v1/write-offs/" + id + "/approval", "{}").expect(403, "APPROVER_IS_REQUESTER");
        }
        assertThat(attempts("WRITE_OFF/" + id)).hasSize(3);
        var approved = Api.as("bruno", Role.CONTROLLER)
                .send("POST", "/v1/write-offs/" + id + "/approval", UUID.randomUUID().toString(), "{}",
                        Map.of("If-Match", "\"2\""))
                .expect(200);
        assertThat(approved.at("/status")).isEqualTo("APPROVED");
    }

    @Test
    void aRequestSentAgainIsNoOtherAttempt() {
        var id = writeOff("100.00");
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            claire.send("POST", "/v1/write-offs/" + id + "/approval", key, "{}", Map.of())
                    .expect(403, "APPROVER_IS_REQUESTER");
        }
        assertThat(attempts("WRITE_OFF/" + id)).as("the client has not seen the answer").hasSize(1);
        assertThat(attempts("WRITE_OFF/" + id).getFirst().at("/payload/idempotencyKey").asString()).isEqualTo(key);
        claire.post("/v1/write-offs/" + id + "/approval", "{}").expect(403, "APPROVER_IS_REQUESTER");
        assertThat(attempts("WRITE_OFF/" + id)).as("tried anew").hasSize(2);
    }

    @Test
    void refundsCreditsLimitsAndPermissionsAreRememberedToo() {
        var payment = book.payment("100.00");
        var refund = claire.post("/v1/payments/" + payment + "/refunds",
                "{'amount':%s,'reason':'twice','effectiveDate':'2026-02-01'}".formatted(Book.eur("10.00")))
                .expect(201)
                .at("/refundId");
        claire.post("/v1/refunds/" + refund + "/approval", "{}").expect(403, "APPROVER_IS_REQUESTER");
        var attempt = attempts("REFUND/" + refund).getFirst();
        assertThat(attempt.at("/payload/source/id").asString()).isEqualTo(payment);
        assertThat(attempt.at("/payload/amount/amount").asString()).isEqualTo("10.00");

        var override = claire.post("/v1/customer-accounts/" + book.account + "/credit-overrides",
                "{'amount':%s,'validUntil':'2199-12-31','reason':'season'}".formatted(Book.eur("50.00")))
                .expect(201)
                .at("/creditOverrideId");
        claire.post("/v1/credit-overrides/" + override + "/approval", "{}").expect(403, "APPROVER_IS_REQUESTER");
        assertThat(attempts("CREDIT_OVERRIDE/" + override)).hasSize(1);
    }

    @Test
    void whoTriesToApproveTheOwnLimitOfAGroupIsRemembered() {
        claire.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'2026-01-01','credit':{'limitApproval':%s}}".formatted(Book.eur("1000.00"))).expect(201);
        var group = Book.id("G");
        var limit = claire.put("/v1/credit-groups/" + group,
                "{'legalEntity':'%s','currency':'EUR','limit':%s,'reason':'x'}".formatted(book.entity,
                        Book.eur("2000.00")))
                .expect(201)
                .at("/pending/0/creditLimitId");
        var refused = claire.send("POST", "/v1/credit-groups/" + group + "/limits/" + limit + "/approval",
                UUID.randomUUID().toString(), "{}", Map.of()).expect(403, "APPROVER_IS_REQUESTER");
        assertThat(refused.at("/detail")).contains(limit);
        var attempt = attempts("CREDIT_GROUP_LIMIT/" + limit).getFirst();
        assertThat(attempt.at("/payload/creditGroupId").asString()).isEqualTo(group);
        assertThat(attempt.at("/payload/legalEntity").asString()).isEqualTo(book.entity);
        assertThat(attempt.at("/payload/amount/amount").asString()).isEqualTo("2000.00");
        assertThat(attempt.at("/payload/attemptedBy").asString()).isEqualTo("claire");
        assertThat(attempt.at("/payload").has("accountId")).as("it is of no account alone").isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBatchRemembersAndADryRunDoesNot(boolean dryRun) throws InterruptedException {
        var id = writeOff("100.00");
        var line = JSON.writeValueAsString(Map.of("key", UUID.randomUUID().toString(), "command",
                "ApproveWriteOff", "target", List.of(id), "body", Map.of()));
        var job = claire.send("POST", "/v1/batches" + (dryRun ? "?dryRun=true" : ""), null, line,
                Map.of("Content-Type", "application/x-ndjson")).expect(202).at("/jobId");
        Awaitility.await()
                .until(() -> claire.send("GET", "/v1/jobs/" + job, null, "", Map.of()).at("/state").equals("DONE"));
        assertThat(claire.send("GET", "/v1/jobs/" + job + "/results", null, "", Map.of()).at("/items/0/code"))
                .isEqualTo("APPROVER_IS_REQUESTER");
        assertThat(attempts("WRITE_OFF/" + id)).hasSize(dryRun ? 0 : 1);
    }

    private String writeOff(String amount) {
        return claire.post("/v1/invoices/" + book.invoice("500.00") + "/write-offs",
                "{'amount':%s,'reason':'gone','effectiveDate':'2026-02-01'}".formatted(Book.eur(amount)))
                .expect(201)
                .at("/writeOffId");
    }

    private static List<JsonNode> attempts(String id) {
        return CommandServer.context()
                .getBean(JdbcClient.class)
                .sql("""
                        select json_build_object('payload', payload, 'metadata', metadata)::text
                          from eventstore.event_json where aggregate_identifier = ? order by sequence_number""")
                .param("approval-attempts/" + id)
                .query(String.class)
                .list()
                .stream()
                .flatMap(it -> Stream.of(JSON.readTree(it)))
                .toList();
    }
}
