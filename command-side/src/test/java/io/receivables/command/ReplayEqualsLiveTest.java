package io.receivables.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stream that is loaded from its events decides as the one that has been kept in memory. One random story is told twice,
 * in two books: once on the cached streams, once with the cache emptied before each command.
 */
class ReplayEqualsLiveTest {

    private static final int COMMANDS = 250;
    private static final Pattern MADE_BY_SERVER = Pattern
            .compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern POSITION = Pattern.compile("\"position\":[0-9]+");

    private final Cache cache = CommandServer.context().getBean("aggregateCache", Cache.class);
    private final Api asker = Api.as("asker", Role.CONTROLLER);
    private final Api approver = Api.as("approver", Role.CONTROLLER);

    @ParameterizedTest
    @ValueSource(longs = {7, 20261122})
    void theSameStoryHasTheSameAnswers(long seed) {
        var live = tell(seed, () -> {});
        var replayed = tell(seed, cache::removeAll);
        assertThat(live).hasSize(COMMANDS);
        assertThat(live.stream().filter(answer -> answer.startsWith("2")).count()).isGreaterThan(COMMANDS / 6);
        assertThat(replayed).isEqualTo(live);
    }

    private List<String> tell(long seed, Runnable beforeEach) {
        var book = Book.open();
        asker.put("/v1/credit-policies/" + book.entity, """
                {'validFrom':'2026-01-01','tolerance':{'amount':'3.00','currency':'EUR'},
                 'discounts':{'mode':'ALL_OR_NOTHING'}}""").expect(201);
        var random = new Random(seed);
        var ids = new HashMap<String, List<String>>();
        var answers = new ArrayList<String>();
        for (int i = 0; i < COMMANDS; i++) {
            beforeEach.run();
            var answer = next(random, book, ids, i);
            answers.add(answer.status() + " " + neutral(answer.body().toString(), book));
        }
        return answers;
    }

    private Api.Answer next(Random random, Book book, Map<String, List<String>> ids, int number) {
        var date = "2026-02-" + (10 + random.nextInt(19));
        var reason = "{'reason':'at random','effectiveDate':'" + date + "'}";
        var amount = Book.eur(random.nextInt(90) + "." + (10 + random.nextInt(90)));
        var invoice = any(random, ids, "invoice");
        var payment = any(random, ids, "payment");
        return switch (random.nextInt(10)) {
            case 0, 1 -> keep(ids, "invoice", "/invoiceId",
                    asker.post("/v1/invoices",
                            """
                                    {'invoiceId':'%1$s','invoiceNumber':'%1$s','accountId':'%2$s','issueDate':'2026-02-%3$d','total':%4$s,
                                     'discount':{'percent':'2','until':'2026-02-20'}}"""
                                    .formatted(book.account + "-I" + number, book.account, 1 + random.nextInt(20),
                                            amount)));
            case 2 -> keep(ids, "payment", "/paymentId", asker.post("/v1/payments", """
                    {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'%s','method':'CASH',
                     'autoAllocate':%s}"""
                    .formatted(book.account + "-P" + number, book.account, amount, date, random.nextBoolean())));
            case 3, 4, 5 ->
                keep(ids, "allocation", "/allocationId", asker.post("/v1/payments/" + payment + "/allocations",
                        "{'invoiceId':'%s','amount':%s,'effectiveDate':'%s'}".formatted(invoice, amount, date)));
            case 6 -> asker.post("/v1/payments/" + payment + "/allocations/" + any(random, ids, "allocation")
                    + "/reversal", reason);
            case 7 -> keep(ids, "writeOff", "/writeOffId",
                    asker.post("/v1/invoices/" + invoice + "/write-offs", reason));
            case 8 -> approver.post("/v1/write-offs/" + any(random, ids, "writeOff") + "/approval", "{}");
            default -> asker.post("/v1/payments/" + payment + "/refunds", "{'amount':%s,%s".formatted(amount,
                    reason.substring(1)));
        };
    }

    private static String any(Random random, Map<String, List<String>> ids, String kind) {
        var known = ids.getOrDefault(kind, List.of("none"));
        return known.get(random.nextInt(known.size()));
    }

    private static Api.Answer keep(Map<String, List<String>> ids, String kind, String pointer, Api.Answer answer) {
        if (answer.status() < 300) {
            ids.computeIfAbsent(kind, _ -> new ArrayList<>()).add(answer.at(pointer));
        }
        return answer;
    }

    /** What the two books do not have in common: their names, ids that the server made, positions. */
    private static String neutral(String body, Book book) {
        var named = body.replace(book.account, "ACCOUNT").replace(book.entity, "ENTITY");
        return POSITION.matcher(MADE_BY_SERVER.matcher(named).replaceAll("ID")).replaceAll("POSITION");
    }
}
