package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Clients that issue invoices of 1.00 one after the other until the server no longer answers. */
final class Writers {

    private final Api api;
    private final Book book;
    private final String account;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, Answer> acknowledged = new ConcurrentHashMap<>();
    private final List<Future<?>> running = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Writers(Api api, Book book, String account) {
        this.api = api;
        this.book = book;
        this.account = account;
    }

    Writers start(int clients) {
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(this::write));
        }
        return this;
    }

    private void write() {
        while (true) {
            int number = next.getAndIncrement();
            var answer = tryToSend(api, number);
            if (answer == null || answer.status() != 201) {
                return;
            }
            acknowledged.put(number, answer);
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Returns when the server has gone for all of them. */
    void awaitEnd() throws Exception {
        for (var client : running) {
            client.get();
        }
        threads.close();
    }

    /**
     * As clients do that come back: each asks again for what it sent. What was acknowledged gets the stored answer, the
     * rest is done now or had been done, and all of it is there once.
     */
    void everythingIsThereOnce(Api again, Book seen) {
        assertThat(acknowledged).isNotEmpty();
        for (int number = 0; number < next.get(); number++) {
            var answer = seen.seen(again.post("/v1/invoices", key(number), body(number)));
            var before = acknowledged.get(number);
            if (before != null) {
                assertThat(answer.replayed()).as(answer.toString()).isTrue();
                assertThat(answer.body()).isEqualTo(before.body());
                assertThat(answer.header("ETag")).isEqualTo(before.header("ETag"));
            }
        }
        var sum = next.get() + ".00";
        assertThat(seen.line(account, "2024-01-31")).isEqualTo(sum + " | 0.00 0.00 0.00 0.00 | 0.00 = " + sum);
    }

    private @Nullable Answer tryToSend(Api to, int number) {
        try {
            return to.post("/v1/invoices", key(number), body(number));
        } catch (UncheckedIOException gone) {
            return null;
        }
    }

    private String key(int number) {
        return book.id("KEY-" + number);
    }

    private Map<String, Object> body(int number) {
        return Map.of("invoiceId", book.id("W" + number), "invoiceNumber", book.id("W" + number), "accountId",
                book.id(account), "issueDate", "2024-01-01", "total", book.money("1.00"));
    }
}
