package io.receivables.platform.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gauge {@code receivables.database.up}: 1 while the database answers, else 0. It is asked every {@value #EVERY_SECONDS}
 * seconds by a thread of its own: a scrape must not wait for a database that is away, for then nobody would hear of it.
 */
final class DatabaseMetric implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseMetric.class);
    private static final int EVERY_SECONDS = 10;
    private static final int PATIENCE_SECONDS = 3;

    private final DataSource database;
    private volatile boolean up = true;
    private volatile @Nullable ScheduledExecutorService timer;

    DatabaseMetric(DataSource database, MeterRegistry meters) {
        this.database = database;
        Gauge.builder("receivables.database.up", () -> up ? 1 : 0)
                .description("1 while the database answers")
                .register(meters);
    }

    private void ask() {
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

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("database-metric").factory());
        started.scheduleWithFixedDelay(this::ask, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        timer = started;
    }

    @Override
    public void stop() {
        var running = timer;
        if (running != null) {
            running.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
