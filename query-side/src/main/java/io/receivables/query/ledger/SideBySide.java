package io.receivables.query.ledger;

import io.receivables.query.ledger.CopyThread.CopyRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Steps of a rebuild, several at a time, each as soon as the tables that it needs are filled; PostgreSQL works on each with
 * one processor.
 */
final class SideBySide {

    private static final int MOST_AT_A_TIME = 4;

    private final List<Step> todo;
    private final Set<String> filled = new HashSet<>();
    private int running;

    private SideBySide(List<Step> steps) {
        this.todo = new ArrayList<>(steps);
    }

    /**
     * Statements of one transaction, for a schema's own tables.
     *
     * @param needs the tables that must be filled before. With {@code table} itself among them it is about a table that is
     *     filled, such as an index; without, it is what fills that table
     */
    record Step(String table, Set<String> needs, List<String> statements) {

        private boolean fills() {
            return !needs.contains(table);
        }
    }

    /**
     * Returns when all of them have been committed. Of those that can begin, the first in the list does.
     *
     * @throws CopyRefused if one of them fails; those that have not begun then are left out
     */
    static void run(DataSource dataSource, SchemaName schema, List<Step> steps) throws InterruptedException {
        var plan = new SideBySide(steps);
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_AT_A_TIME);
        try (var threads = Executors.newFixedThreadPool(workers,
                Thread.ofPlatform().daemon().name("ledger-derive-", 0).factory())) {
            var ended = new ExecutorCompletionService<Void>(threads);
            for (int i = 0; i < workers; i++) {
                ended.submit(plan.worker(dataSource, schema));
            }
            try {
                for (int i = 0; i < workers; i++) {
                    ended.take().get();
                }
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(failure.getCause());
            } finally {
                plan.beginNoMore(); // also when the process ends: closing waits for what has begun
            }
        }
    }

    private Callable<Void> worker(DataSource dataSource, SchemaName schema) {
        return () -> {
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                for (var step = next(); step != null; step = next()) {
                    run(connection, schema, step);
                    done(step);
                }
            }
            return null;
        };
    }

    private synchronized @Nullable Step next() throws InterruptedException {
        while (!todo.isEmpty()) {
            var ready = todo.stream().filter(step -> filled.containsAll(step.needs())).findFirst();
            if (ready.isPresent()) {
                todo.remove(ready.get());
                running++;
                return ready.get();
            }
            if (running == 0) {
                throw new IllegalStateException("nothing fills what these steps need: " + todo);
            }
            wait();
        }
        return null;
    }

    private synchronized void done(Step step) {
        running--;
        if (step.fills()) {
            filled.add(step.table());
        }
        notifyAll();
    }

    private synchronized void beginNoMore() {
        todo.clear();
        notifyAll();
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
