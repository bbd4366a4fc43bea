package io.receivables.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Several clients at once. */
final class Together {

    private Together() {}

    /** All of it, at most so many at a time; the results are in the order of the tasks. */
    static <T> List<T> run(int atOnce, List<? extends Callable<T>> tasks) {
        try (var threads = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            var running = tasks.stream().map(threads::submit).toList();
            try {
                var results = new ArrayList<T>();
                for (var task : running) {
                    results.add(task.get());
                }
                return results;
            } catch (ExecutionException failure) {
                threads.shutdownNow();
                throw new IllegalStateException(failure.getCause());
            } catch (InterruptedException interrupted) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** All at the same moment. */
    static <T> List<T> race(List<? extends Callable<T>> tasks) {
        var ready = new CountDownLatch(tasks.size());
        return run(tasks.size(), tasks.stream().map(task -> (Callable<T>) () -> {
            ready.countDown();
            ready.await();
            return task.call();
        }).toList());
    }
}
