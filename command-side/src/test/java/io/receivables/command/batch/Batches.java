package io.receivables.command.batch;

import static org.awaitility.Awaitility.await;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Posts batches and reads what became of them. */
final class Batches {

    private static final Map<String, String> NDJSON = Map.of("Content-Type", "application/x-ndjson");

    private final Api api;

    Batches(Api api) {
        this.api = api;
    }

    static String line(String key, String command, String body) {
        return "{'key':'%s','command':'%s','body':%s}".formatted(key, command, body.replaceAll("\\s*\n\\s*", ""));
    }

    static String line(String key, String command, String target, String body) {
        return "{'key':'%s','command':'%s','target':['%s'],'body':%s}".formatted(key, command, target, body);
    }

    static String invoice(Book book, String id, String total) {
        return "{'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','total':%s}"
                .formatted(id, id, book.account, Book.eur(total));
    }

    static String allocation(String invoice, String amount) {
        return "{'invoiceId':'%s','amount':%s,'effectiveDate':'2026-01-20'}".formatted(invoice, Book.eur(amount));
    }

    Api.Answer post(String query, @Nullable String key, List<String> lines) {
        return api.send("POST", "/v1/batches" + query, key, String.join("\n", lines), NDJSON);
    }

    /** The job's path, accepted. */
    String accepted(String query, List<String> lines) {
        var answer = post(query, null, lines).expect(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    JsonNode done(String job) {
        return await().atMost(Duration.ofSeconds(120))
                .until(() -> get(job), it -> it.get("state").asString().equals("DONE"));
    }

    JsonNode get(String job) {
        return api.send("GET", job, null, "", Map.of()).expect(200).body();
    }

    List<JsonNode> results(String job, String filter) {
        var rows = new ArrayList<JsonNode>();
        @Nullable
        String cursor = "0";
        while (cursor != null) {
            var page = get(job + "/results?limit=500&after=" + cursor + filter);
            page.get("items").forEach(rows::add);
            cursor = page.get("nextCursor").isNull() ? null : page.get("nextCursor").asString();
        }
        return rows;
    }

    static List<String> shown(List<JsonNode> rows) {
        return rows.stream()
                .map(row -> row.get("line").asInt() + " "
                        + (row.has("code") ? row.get("code").asString() : row.get("status").asString()))
                .toList();
    }
}
