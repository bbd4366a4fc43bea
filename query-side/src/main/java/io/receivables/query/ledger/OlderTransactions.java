package io.receivables.query.ledger;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The transactions that run at one moment. Once they have ended, every snapshot in the database is younger than that
 * moment. Also those that only read are among them, for each holds a lock on its virtual transaction id.
 */
final class OlderTransactions {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    // Users' sessions alone: those of autovacuum have no user, and show rows to nobody.
    private static final String RUNNING = """
            select l.virtualxid
              from pg_locks l join pg_stat_activity a on a.pid = l.pid
             where l.locktype = 'virtualxid' and l.granted and a.pid <> pg_backend_pid()
               and a.datname = current_database() and a.usesysid is not null""";

    private final JdbcClient jdbc;
    private final Set<String> remaining;

    private OlderTransactions(JdbcClient jdbc, List<String> running) {
        this.jdbc = jdbc;
        this.remaining = new HashSet<>(running);
    }

    static OlderTransactions thanNow(JdbcClient jdbc) {
        return new OlderTransactions(jdbc, running(jdbc));
    }

    private static List<String> running(JdbcClient jdbc) {
        return jdbc.sql(RUNNING).query((row, _) -> row.getString(1)).list();
    }

    /** Returns false if some still ran when the time was over. */
    boolean awaitEnd(Deadline deadline) throws InterruptedException {
        while (!remaining.isEmpty()) {
            remaining.retainAll(new HashSet<>(running(jdbc)));
            if (!remaining.isEmpty()) {
                if (deadline.isOver()) {
                    return false;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
        return true;
    }
}
