package io.receivables.command.dunning.delivery;

import io.receivables.platform.schedule.Worker;
import java.time.Duration;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.stereotype.Component;

/**
 * Sends letters that wait, on every node; the outbox hands each to one of them. One that is left behind by a stop may be sent
 * again by another.
 */
@Component
class LetterWorker extends Worker {

    /** One letter that is on its way, with the time limits of the mail server. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final LetterSender sender;

    LetterWorker(LetterSender sender, LetterSettings settings) {
        super("letter-worker", 1, settings.poll(), STOP_LIMIT);
        this.sender = sender;
    }

    @Override
    protected boolean workOnce(String owner) {
        return sender.sendDue() > 0;
    }

    /** After the lane has started, and until before it stops. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 512;
    }
}
