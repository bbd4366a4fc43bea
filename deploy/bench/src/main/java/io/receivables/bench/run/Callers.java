package io.receivables.bench.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Several callers at once, each a virtual thread as in the server, until so many calls are done. */
public final class Callers {

    private Callers() {}

    /** One call; they are numbered from 0. */
    public interface Call {
        void make(int number) throws Exception;
    }

    /** Returns calls a second. */
    public static double rate(int callers, int calls, Call call) {
        var next = new AtomicInteger();
        var failure = new AtomicReference<@Nullable Exception>();
        var ready = new CountDownLatch(callers);
        var threads = new Thread[callers];
        for (int i = 0; i < callers; i++) {
            threads[i] = Thread.startVirtualThread(() -> {
                try {
                    ready.countDown();
                    ready.await();
                    for (int number = next.getAndIncrement(); number < calls && failure.get() == null; number = next
                            .getAndIncrement()) {
                        call.make(number);
                    }
                } catch (Exception thrown) {
                    failure.compareAndSet(null, thrown);
                }
            });
        }
        long began = System.nanoTime();
        join(threads);
        long nanos = System.nanoTime() - began;
        if (failure.get() != null) {
            throw new IllegalStateException("a call failed", failure.get());
        }
        return calls * 1e9 / nanos;
    }

    private static void join(Thread[] threads) {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
