package io.receivables.command.batch;

import io.receivables.platform.problem.ProblemAdvice;
import io.receivables.platform.schedule.Worker;
import java.time.Duration;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes batches that wait, of any node, and runs them: each in order, two beside each other. A stop lets the lines that are on
 * their way finish; another node, or the next start, goes on from there.
 */
@Component
class BatchWorker extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);

    private static final int AT_ONCE = 2;
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final BatchStore store;
    private final BatchRun run;

    BatchWorker(BatchStore store, BatchRun run) {
        super("batch-worker", AT_ONCE, POLL, STOP_LIMIT);
        this.store = store;
        this.run = run;
    }

    @Override
    protected boolean workOnce(String owner) {
        var order = store.claim(owner);
        order.ifPresent(it -> finish(it, owner));
        return order.isPresent();
    }

    private void finish(BatchOrder order, String owner) {
        while (!isStopping()) {
            try {
                if (run.run(order, owner, this::isStopping)) {
                    store.finish(order.jobId(), owner);
                    return;
                }
                if (!isStopping()) {
                    LOG.info("batch {} was taken over by another node", order.jobId());
                    return;
                }
            } catch (RuntimeException e) {
                if (!(e instanceof BatchRun.NotNow) && !ProblemAdvice.isDatabaseAway(e)) {
                    throw e;
                }
                LOG.info("batch {} pauses: {}", order.jobId(), e.toString());
                pause(PAUSE);
            }
        }
        store.release(order.jobId(), owner);
    }

    /** After the lane has started, and until before it stops. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 512;
    }
}
