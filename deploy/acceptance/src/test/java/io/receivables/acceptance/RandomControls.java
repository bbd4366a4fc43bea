package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Tries to approve what the one who tries has asked for, and holds the report of exceptions against what was answered. */
final class RandomControls {

    private RandomControls() {}

    /** @param send of the one who has asked */
    static void next(Random random, String writeOff, String refund, Consumer<String> send) {
        send.accept(random.nextBoolean()
                ? "/v1/write-offs/" + writeOff + "/approval"
                : "/v1/refunds/" + refund + "/approval");
    }

    /** Each refusal is one fact, and each total is what the rows add up to. */
    static void everyAttemptIsReported(Book book, Map<String, Integer> refused) {
        var days = "/v1/audit/exceptions?legalEntity=" + book.entity() + "&from=" + LocalDate.EPOCH
                + "&to=2199-12-31&limit=500";
        var own = book.get(days + "&kind=OWN_APPROVAL_REFUSED").ok().json();
        assertThat(own.path("items").size()).isEqualTo(refused.getOrDefault("APPROVER_IS_REQUESTER", 0));
        var all = book.get(days).ok().json();
        for (var total : all.path("totals")) {
            var kind = total.path("kind").asString();
            assertThat(rows(book, days + "&kind=" + kind)).as(kind).isEqualTo(total.path("count").asLong());
        }
    }

    private static long rows(Book book, String path) {
        long rows = 0;
        var after = "";
        do {
            JsonNode page = book.get(path + (after.isEmpty() ? "" : "&after=" + after)).ok().json();
            rows += page.path("items").size();
            after = page.path("nextCursor").isNull() ? "" : page.path("nextCursor").asString();
        } while (!after.isEmpty());
        return rows;
    }
}
