package io.receivables.platform.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.receivables.platform.schedule.RepeatedTask;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gauge {@code receivables.database.up}: 1 while the database answers, else 0. It is asked every {@value #EVERY_SECONDS}
 * seconds by a thread of its own: a scrape must not wait for a database that is away, for then nobody would hear of it.
 */
final class DatabaseMetric extends RepeatedTask {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseMetric.class);
    private static final long EVERY_SECONDS = 10;
    private static final int PATIENCE_SECONDS = 3;

    private final DataSource database;
    private volatile boolean up = true;

    DatabaseMetric(DataSource database, MeterRegistry meters) {
        super("database-metric", Duration.ofSeconds(EVERY_SECONDS), Duration.ofSeconds(EVERY_SECONDS));
        this.database = database;
        Gauge.builder("receivables.database.up", () -> up ? 1 : 0)
                .description("1 while the database answers")
                .register(meters);
    }

    @Override
    protected void runOnce() {
        var answers = answers();
        if (answers != up) {
            LOG.warn(answers ? "the database is back" : "the database does not answer");
        }
        up = answers;
    }

    private boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException | RuntimeException away) {
            return false;
        }
    }
}
