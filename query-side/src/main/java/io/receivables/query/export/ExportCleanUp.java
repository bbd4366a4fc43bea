package io.receivables.query.export;

import io.receivables.platform.schedule.RepeatedTask;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes files whose time is over. */
@Component
final class ExportCleanUp extends RepeatedTask {

    private static final Logger LOG = LoggerFactory.getLogger(ExportCleanUp.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ExportStore store;
    private final ExportSettings settings;

    ExportCleanUp(ExportStore store, ExportSettings settings) {
        super("export-clean-up", Duration.ZERO, EVERY);
        this.store = store;
        this.settings = settings;
    }

    @Override
    protected void runOnce() {
        try {
            store.removeOld(settings.keep());
        } catch (RuntimeException later) {
            LOG.debug("Old exports stay for now: {}", later.toString());
        }
    }
}
