package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is commanded, the book is possible on every day, and each cut of it is what its published history says. */
class RandomHistoryIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int COMMANDS = 600;
    private static final int CUTS = 40;

    private final Standalone standalone = Standalone.shared();
    private final Api asker = standalone.asSubject("asker", "controller");
    private final Api approver = standalone.asSubject("approver", "controller");

    @ParameterizedTest
    @ValueSource(longs = {11, 20261122})
    void everyCutIsWhatTheHistorySays(long seed) {
        var book = Book.open(asker, "RANDOM" + seed);
        var commands = new RandomCommands(new Random(seed), book, asker, approver);
        for (int i = 0; i < COMMANDS; i++) {
            commands.next();
        }
        assertThat(commands.done()).as("seed %s, refused %s", seed, commands.refused()).hasSizeGreaterThan(15);

        var events = history(book);
        var fold = new AuditFold(events);
        for (var date : fold.dates()) {
            assertThat(fold.at(date, Long.MAX_VALUE).impossible()).as("seed %s at %s", seed, date).isEmpty();
        }
        var random = new Random(seed);
        for (int i = 0; i < CUTS; i++) {
            var known = i < 5 ? book.position() : events.get(random.nextInt(events.size())).path("position").asLong();
            compare(book, fold, LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400)), known);
        }
        commands.payments().forEach(id -> everyCentIsSomewhere(book.get("/v1/payments/" + id).ok()));
    }

    private static void compare(Book book, AuditFold fold, LocalDate asAt, long known) {
        var answer = book.aged(asAt.toString(), "asKnown=" + known, "limit=500");
        var actual = new TreeMap<String, List<Long>>();
        answer.json().path("rows").forEach(row -> {
            var figures = Figures.of(row);
            var amounts = new ArrayList<Long>();
            amounts.add(cents(figures.notDue()));
            figures.buckets().forEach(bucket -> amounts.add(cents(bucket)));
            amounts.add(cents(figures.unapplied()));
            actual.put(row.path("accountId").asString(), amounts);
        });
        assertThat(actual).as("at %s as known at %s", asAt, known).isEqualTo(fold.at(asAt, known).aged(asAt));
    }

    private static void everyCentIsSomewhere(Answer payment) {
        if (!payment.json().path("reversed").asBoolean()) {
            // A recovery takes free cash too, so what is listed may be less than the payment, never more.
            var listed = amount(payment, "allocatedAmount").add(amount(payment, "unallocatedAmount"))
                    .add(amount(payment, "refundPending"))
                    .add(amount(payment, "refundedAmount"));
            assertThat(listed).as(payment.toString()).isLessThanOrEqualTo(amount(payment, "amount"));
            assertThat(amount(payment, "unallocatedAmount")).as(payment.toString()).isNotNegative();
        }
    }

    private List<JsonNode> history(Book book) {
        return book.get("/v1/audit/events?legalEntity=" + book.entity())
                .ok()
                .body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }

    private static BigDecimal amount(Answer answer, String field) {
        return new BigDecimal(answer.amount(field));
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }
}
