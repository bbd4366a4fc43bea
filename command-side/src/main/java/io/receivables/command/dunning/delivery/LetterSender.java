package io.receivables.command.dunning.delivery;

import io.receivables.command.account.Parties;
import io.receivables.command.dunning.LetterOutbox;
import io.receivables.command.dunning.LetterOutbox.Claimed;
import io.receivables.command.dunning.delivery.LetterDelivery.Delayed;
import io.receivables.command.dunning.delivery.LetterDelivery.Outgoing;
import io.receivables.command.dunning.delivery.LetterDelivery.Undeliverable;
import io.receivables.command.dunning.delivery.RecordDelivery.Outcome;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.lane.Lane;
import io.receivables.command.letter.LetterCopies;
import io.receivables.events.dunning.DeliveryFailure;
import io.receivables.events.policy.LetterChannel;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemAdvice;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox, one letter after the other, and has the outcome recorded. A node that ends between the two leaves
 * the letter to be sent again, under the same Message-ID: at least once, and a second time shows.
 */
@Component
class LetterSender {

    private static final Logger LOG = LoggerFactory.getLogger(LetterSender.class);

    /** Who says so in the facts. */
    private static final Actor SENDER = new Actor("letter-delivery", Set.of(), Set.of(), true);
    private static final int AT_ONCE = 20;
    /** Above what twenty letters take, with the mail server's time limits. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final LetterOutbox outbox;
    private final LetterCopies copies;
    private final Parties parties;
    private final List<LetterDelivery> deliveries;
    private final LetterSettings settings;
    private final LetterMeters meters;
    private final Lane lane;

    LetterSender(LetterOutbox outbox, LetterCopies copies, Parties parties, List<LetterDelivery> deliveries,
            LetterSettings settings, LetterMeters meters, Lane lane) {
        this.outbox = outbox;
        this.copies = copies;
        this.parties = parties;
        this.deliveries = deliveries;
        this.settings = settings;
        this.meters = meters;
        this.lane = lane;
    }

    /**
     * Sends the letters that are due.
     *
     * @return how many were taken; 0 when none is due
     */
    int sendDue() {
        var channels = deliveries.stream().filter(LetterDelivery::isReady).map(LetterDelivery::channel).toList();
        if (channels.isEmpty()) {
            return 0;
        }
        var claimed = outbox.claim(channels, LEASE, AT_ONCE);
        claimed.forEach(this::sendApart);
        return claimed.size();
    }

    /** A letter that cannot even be read keeps no other waiting: it is tried again when its lease has run out. */
    private void sendApart(Claimed letter) {
        try {
            send(letter);
        } catch (RuntimeException e) {
            if (ProblemAdvice.isDatabaseAway(e)) {
                throw e;
            }
            LOG.error("letter {} could not be sent at attempt {}", letter.letterId(), letter.attempts(), e);
        }
    }

    private void send(Claimed letter) {
        if (!letter.queuedHere()) {
            record(letter, new Outcome.Failed(DeliveryFailure.RESTORED, null));
            return;
        }
        // One that nobody could send for so long says what is not true any more.
        if (letter.attempts() == 1 && letter.waited().compareTo(settings.giveUpAfter()) > 0) {
            record(letter, new Outcome.Failed(DeliveryFailure.GIVEN_UP, null));
            return;
        }
        try {
            record(letter, deliver(letter));
        } catch (Delayed e) {
            var pause = settings.pauseAfter(letter.attempts());
            LOG.warn("letter {} could not be sent at attempt {}: {}", letter.letterId(), letter.attempts(),
                    e.getMessage());
            if (letter.waited().plus(pause).compareTo(settings.giveUpAfter()) > 0) {
                record(letter, new Outcome.Failed(DeliveryFailure.GIVEN_UP, null));
            } else {
                outbox.retry(letter.letterId(), pause);
            }
        }
    }

    /** To where the customer is reached today; the text stays as it was written. */
    private Outcome deliver(Claimed letter) {
        var copy = copies.find(letter.letterId());
        var party = parties.stored(letter.waiting().account());
        if (copy.isEmpty() || party.isEmpty()) {
            return new Outcome.Failed(DeliveryFailure.NO_RECIPIENT, null);
        }
        try {
            return new Outcome.Delivered(delivery(letter.waiting().channel())
                    .deliver(new Outgoing(letter.letterId(), party.get().contact(), copy.get().content())));
        } catch (Undeliverable e) {
            return new Outcome.Failed(e.code() == null ? DeliveryFailure.NO_RECIPIENT : DeliveryFailure.REFUSED,
                    e.code());
        }
    }

    private LetterDelivery delivery(LetterChannel channel) {
        return deliveries.stream().filter(it -> it.channel() == channel).findFirst().orElseThrow();
    }

    private void record(Claimed letter, Outcome outcome) {
        var command = new RecordDelivery(letter.letterId(), letter.attempts(), outcome);
        var key = "letter-delivery-" + UUID.randomUUID();
        try {
            lane.submit(command, new CommandContext(SENDER, key, "letter-delivery", null, key, null)).join();
            meters.ended(letter.waiting().channel(), outcome);
        } catch (CompletionException e) {
            // Another node was faster: it has said what became of the letter.
            if (!(e.getCause() instanceof Refusal refusal
                    && refusal.code() == ProblemCode.DUNNING_LETTER_NOT_WAITING)) {
                throw e;
            }
        }
    }
}
