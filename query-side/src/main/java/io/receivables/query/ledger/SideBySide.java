package io.receivables.query.ledger;

import io.receivables.query.ledger.CopyThread.CopyRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** Steps of a rebuild that do not wait for each other, several at a time; PostgreSQL works on each with one processor. */
final class SideBySide {

    private static final int MOST_AT_A_TIME = 4;

    private SideBySide() {}

    /** Statements of one transaction, for a schema's own tables. */
    record Step(String table, List<String> statements) {}

    /**
     * Returns when all of them have been committed. They begin in the order of the list.
     *
     * @throws CopyRefused if one of them fails; those that have not begun then are left out
     */
    static void run(DataSource dataSource, SchemaName schema, List<Step> steps) throws InterruptedException {
        var todo = new ConcurrentLinkedQueue<>(steps);
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_AT_A_TIME);
        try (var threads = Executors.newFixedThreadPool(workers,
                Thread.ofPlatform().daemon().name("ledger-derive-", 0).factory())) {
            var running = new ExecutorCompletionService<Void>(threads);
            for (int i = 0; i < workers; i++) {
                running.submit(worker(dataSource, schema, todo));
            }
            try {
                for (int i = 0; i < workers; i++) {
                    running.take().get();
                }
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(failure.getCause());
            } finally {
                todo.clear(); // also when the process ends: closing waits for what has begun
            }
        }
    }

    private static Callable<Void> worker(DataSource dataSource, SchemaName schema, Queue<Step> todo) {
        return () -> {
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                for (var step = todo.poll(); step != null; step = todo.poll()) {
                    run(connection, schema, step);
                }
            }
            return null;
        };
    }

    private static void run(Connection connection, SchemaName schema, Step step) {
        try (var statement = connection.createStatement()) {
            // The settings end with the transaction.
            statement.execute("set local work_mem = '256MB'");
            statement.execute("set local maintenance_work_mem = '256MB'");
            statement.execute("set local max_parallel_maintenance_workers = 0");
            for (var sql : step.statements()) {
                statement.execute(schema.in(sql));
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new CopyRefused(step.table(), failure);
        }
    }
}
