package io.receivables.query.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The indexes of a schema, taken away while its tables are filled and built afterwards, several at a time: sorting a
 * column once costs far less than finding the place of each row.
 */
final class DeferredIndexes {

    private static final int MOST_AT_A_TIME = 4;

    private final SchemaName schema;
    private final List<Index> indexes;

    private DeferredIndexes(SchemaName schema, List<Index> indexes) {
        this.schema = schema;
        this.indexes = indexes;
    }

    /** @param constraint the kind of the constraint that the index serves, empty if it serves none */
    private record Index(String table, String name, String definition, String constraint) {

        String drop() {
            return constraint.isEmpty()
                    ? "drop index ledger." + name
                    : "alter table ledger.%s drop constraint %s".formatted(table, name);
        }

        /** Building under a name first, so that several indexes of one table can be built at a time. */
        String adopt() {
            return "alter table ledger.%s add constraint %s %s using index %s".formatted(table, name, constraint, name);
        }
    }

    /** Drops the indexes of these tables, which are empty. */
    static DeferredIndexes drop(JdbcClient jdbc, SchemaName schema, List<String> tables) {
        var indexes = jdbc.sql("""
                select t.relname, i.relname, pg_get_indexdef(i.oid),
                       case c.contype when 'p' then 'primary key' when 'u' then 'unique' else '' end
                  from pg_index x
                  join pg_class i on i.oid = x.indexrelid
                  join pg_class t on t.oid = x.indrelid
                  left join pg_constraint c on c.conindid = i.oid and c.contype in ('p', 'u')
                 where t.relnamespace = ?::regnamespace and t.relname = any(?)""")
                .params(schema.name(), tables.toArray(String[]::new))
                .query((row, _) -> new Index(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        indexes.forEach(index -> jdbc.sql(schema.in(index.drop())).update());
        return new DeferredIndexes(schema, indexes);
    }

    /** Builds all of them, the largest tables first. */
    void build(DataSource dataSource, JdbcClient jdbc) throws InterruptedException {
        var todo = new ConcurrentLinkedQueue<>(largestFirst(jdbc));
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_AT_A_TIME);
        try (var threads = Executors.newFixedThreadPool(workers,
                Thread.ofPlatform().daemon().name("ledger-index-", 0).factory())) {
            var running = new ExecutorCompletionService<Void>(threads);
            for (int i = 0; i < workers; i++) {
                running.submit(worker(dataSource, todo));
            }
            try {
                for (int i = 0; i < workers; i++) {
                    running.take().get();
                }
            } catch (ExecutionException failure) {
                todo.clear();
                throw new IllegalStateException("cannot build an index", failure.getCause());
            }
        }
        indexes.stream()
                .filter(index -> !index.constraint().isEmpty())
                .forEach(index -> jdbc.sql(schema.in(index.adopt())).update());
    }

    private List<Index> largestFirst(JdbcClient jdbc) {
        var names = jdbc
                .sql("""
                        select relname from pg_class where relnamespace = ?::regnamespace order by pg_relation_size(oid) desc""")
                .param(schema.name())
                .query(String.class)
                .list();
        var sorted = new ArrayList<>(indexes);
        sorted.sort(Comparator.comparingInt(index -> names.indexOf(index.table())));
        return sorted;
    }

    private static Callable<Void> worker(DataSource dataSource, Queue<Index> todo) {
        return () -> {
            try (var connection = dataSource.getConnection()) {
                connection.setAutoCommit(false); // the settings end with the transaction
                for (var index = todo.poll(); index != null; index = todo.poll()) {
                    build(connection, index);
                    connection.commit();
                }
            }
            return null;
        };
    }

    private static void build(Connection connection, Index index) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local maintenance_work_mem = '256MB'");
            statement.execute("set local max_parallel_maintenance_workers = 0");
            statement.execute(index.definition());
        }
    }
}
