package io.receivables.command.dunning;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.dunning.DeliveryFailure;
import io.receivables.events.dunning.DunningLetterDelivered;
import io.receivables.events.dunning.DunningLetterDeliveryFailed;
import io.receivables.events.dunning.DunningLetterEvent;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningLetterSentAgain;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.LetterChannel;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A letter: issued, and what became of its delivery. What it says is no matter of decisions any more. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class DunningLetter implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private DunningLetterIssued issued;
    private LetterChannel channel;
    private boolean waiting;

    DunningLetter() {}

    public static DunningLetter issue(DunningLetterIssued issued) {
        apply(issued);
        return new DunningLetter();
    }

    /** @throws Refusal DUNNING_LETTER_NOT_WAITING when another node has said what became of it */
    public void delivered(int attempts, String reference, LocalDate today) {
        requireWaiting();
        apply(new DunningLetterDelivered(issued.letterId(), issued.accountId(), issued.legalEntity(), channel,
                attempts, reference, today));
    }

    /** @throws Refusal DUNNING_LETTER_NOT_WAITING when another node has said what became of it */
    public void failed(int attempts, DeliveryFailure failure, @Nullable Integer code, LocalDate today) {
        requireWaiting();
        apply(new DunningLetterDeliveryFailed(issued.letterId(), issued.accountId(), issued.legalEntity(), channel,
                attempts, failure, code, today));
    }

    /** @param wanted null: as it was sent last */
    public void sendAgain(@Nullable LetterChannel wanted, String reason, LocalDate today) {
        if (waiting) {
            throw new Refusal(ProblemCode.DUNNING_LETTER_WAITING,
                    "letter " + issued.letterId() + " waits to be sent by " + channel);
        }
        apply(new DunningLetterSentAgain(issued.letterId(), issued.accountId(), issued.legalEntity(),
                wanted == null ? channel : wanted, reason, today));
    }

    private void requireWaiting() {
        if (!waiting) {
            throw new Refusal(ProblemCode.DUNNING_LETTER_NOT_WAITING,
                    "letter " + issued.letterId() + " does not wait to be sent");
        }
    }

    @EventSourcingHandler
    void evolve(DunningLetterEvent event) {
        switch (event) {
            case DunningLetterIssued first -> {
                streamId = StreamType.DUNNING_LETTER.streamId(first.letterId());
                issued = first;
                channel = first.channel();
                waiting = true;
            }
            case DunningLetterDelivered _,DunningLetterDeliveryFailed _ -> waiting = false;
            case DunningLetterSentAgain again -> {
                channel = again.channel();
                waiting = true;
            }
        }
    }

    public DunningLetterIssued issued() {
        return issued;
    }

    /** By which it is sent, or was last. */
    public LetterChannel channel() {
        return channel;
    }

    @Override
    public LegalEntityId legalEntity() {
        return issued.legalEntity();
    }
}
