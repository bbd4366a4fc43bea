package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that write one after the other: an invoice of 2.00, then a payment of 1.00 for it, which is one command on two
 * streams. Each has its number, and its key by that number.
 */
final class Writers {

    private static final JsonMapper JSON = new JsonMapper();

    private final Api api;
    private final Book book;
    private final String account;
    private final boolean patient;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Answer> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Integer> again = new ConcurrentHashMap<>();
    private final Queue<Answer> wrong = new ConcurrentLinkedQueue<>();
    private final List<Future<?>> running = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    private Writers(Api api, Book book, String account, boolean patient) {
        this.api = api;
        this.book = book;
        this.account = account;
        this.patient = patient;
    }

    /** They end when the server no longer answers. */
    static Writers untilItEnds(Api api, Book book, String account) {
        return new Writers(api, book, account, false);
    }

    /** They try again under the same key until they are answered, as services do. */
    static Writers patient(Api api, Book book, String account) {
        return new Writers(api, book, account, true);
    }

    /** A command and where its result is found. */
    private record Step(String key, String path, Map<String, Object> body, String result) {}

    Writers start(int clients) {
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(this::write));
        }
        return this;
    }

    private void write() {
        while (!stopping) {
            for (var step : steps(next.getAndIncrement())) {
                if (!isDone(step)) {
                    return;
                }
            }
        }
    }

    private boolean isDone(Step step) {
        while (true) {
            try {
                var answer = api.post(step.path(), step.key(), step.body());
                if (answer.status() == 201) {
                    acknowledged.put(step.key(), answer);
                    return true;
                }
                if (!answer.isWorthAnotherTry()) {
                    wrong.add(answer);
                    return false;
                }
                again.merge(answer.text("/code"), 1, Integer::sum);
            } catch (UncheckedIOException gone) {
                again.merge("gone", 1, Integer::sum);
            }
            if (!patient) {
                return false;
            }
            pause();
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** How often which refusal asked for another try; {@code gone} counts the requests that had no answer. */
    Map<String, Integer> again() {
        return again;
    }

    /** Lets every client finish what it has begun. */
    Writers stop() throws Exception {
        stopping = true;
        return awaitEnd();
    }

    /** Returns when the server has gone for all of them. */
    Writers awaitEnd() throws Exception {
        for (var client : running) {
            client.get();
        }
        threads.close();
        assertThat(wrong).as("answers that are neither done nor worth another try").isEmpty();
        return this;
    }

    /**
     * As clients do that come back: each asks again for what it sent. What was acknowledged gets the stored answer, the
     * rest had been done wholly or is done now, and all of it is there once.
     */
    void everythingIsThereOnce(Api again) {
        everythingIsThereOnce(again, book.at(again));
    }

    void everythingIsThereOnce(Api again, Book seen) {
        assertThat(acknowledged).isNotEmpty();
        seen.account("SEEN-AFTER-" + account); // later than all that has been done so far
        int count = next.get();
        Together.run(8, IntStream.range(0, count).<Callable<Void>>mapToObj(number -> () -> {
            steps(number).forEach(step -> isThereOnce(again, seen, step));
            return null;
        }).toList());
        assertThat(seen.line(account, "2024-01-31"))
                .isEqualTo(count + ".00 | 0.00 0.00 0.00 0.00 | 0.00 = " + count + ".00");
        theHistoryHasEachFactOnce(seen, count);
    }

    private void isThereOnce(Api again, Book seen, Step step) {
        int found = seen.get(step.result()).status();
        assertThat(found).as(step.result()).isIn(200, 404);
        var answer = seen.seen(again.insist(step.path(), step.key(), step.body()));
        assertThat(answer.replayed()).as("stored with what it did: " + answer).isEqualTo(found == 200);
        var before = acknowledged.get(step.key());
        if (before != null) {
            assertThat(answer.replayed()).as("lost: " + before).isTrue();
            assertThat(answer.body()).isEqualTo(before.body());
            assertThat(answer.header("ETag")).isEqualTo(before.header("ETag"));
        }
    }

    private void theHistoryHasEachFactOnce(Book seen, int count) {
        var facts = seen.get("/v1/audit/events?accountId=" + seen.id(account))
                .ok()
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
        var places = new HashSet<String>();
        facts.forEach(fact -> assertThat(places.add(fact.path("stream").toString())).as(fact.toString()).isTrue());
        long each = count;
        assertThat(facts.stream()
                .map(fact -> fact.path("type").asString())
                .filter(type -> !type.equals("CustomerAccountOpened"))
                .collect(Collectors.groupingBy(type -> type, Collectors.counting())))
                .isEqualTo(Map.of("InvoiceIssued", each, "PaymentReceived", each, "PaymentAllocated", each,
                        "InvoiceSettledInPart", each));
    }

    private List<Step> steps(int number) {
        var id = book.id("W" + number);
        return List.of(new Step("invoice " + id, "/v1/invoices", Map.of("invoiceId", id, "invoiceNumber", id,
                "accountId", book.id(account), "issueDate", "2024-01-01", "total", book.money("2.00")),
                "/v1/invoices/" + id),
                new Step("payment " + id, "/v1/payments", Map.of("paymentId", id, "accountId", book.id(account),
                        "amount", book.money("1.00"), "receivedDate", "2024-01-02", "method", "BANK_TRANSFER",
                        "allocations", List.of(Map.of("invoiceId", id, "amount", book.money("1.00")))),
                        "/v1/payments/" + id));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
