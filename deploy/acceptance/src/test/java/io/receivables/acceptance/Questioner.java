package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that asks the same question again and again, and notes what is neither an answer nor worth another try. */
final class Questioner implements AutoCloseable {

    private final Queue<Answer> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Thread thread;
    private volatile boolean over;

    private Questioner(Api api, String question) {
        thread = Thread.ofVirtual().start(() -> ask(api, question));
    }

    static Questioner asking(Api api, String question) {
        return new Questioner(api, question);
    }

    private void ask(Api api, String question) {
        while (!over) {
            try {
                var answer = api.get(question);
                if (answer.status() == 200) {
                    answered.incrementAndGet();
                } else if (answer.isWorthAnotherTry()) {
                    refused.incrementAndGet();
                } else {
                    wrong.add(answer);
                }
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (UncheckedIOException gone) {
                // The process was killed.
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    int answered() {
        return answered.get();
    }

    int refused() {
        return refused.get();
    }

    /** Also expects that nothing was wrong. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
        assertThat(wrong).isEmpty();
    }
}
