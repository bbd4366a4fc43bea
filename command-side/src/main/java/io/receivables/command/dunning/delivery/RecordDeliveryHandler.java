package io.receivables.command.dunning.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.command.dunning.DunningLetter;
import io.receivables.command.dunning.LetterOutbox;
import io.receivables.command.dunning.delivery.RecordDelivery.Outcome;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.platform.resource.Versioned;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class RecordDeliveryHandler {

    private final Streams<DunningLetter> letters;
    private final LetterOutbox outbox;
    private final BusinessDays days;

    RecordDeliveryHandler(Streams<DunningLetter> letters, LetterOutbox outbox, BusinessDays days) {
        this.letters = letters;
        this.outbox = outbox;
        this.days = days;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Recorded(DunningLetterId letterId, long version, @Nullable Long position) implements Versioned {

        @Override
        public Recorded at(long at) {
            return new Recorded(letterId, version, at);
        }
    }

    /** The row of the outbox goes with the fact, so that the letter is not sent again. */
    @CommandHandler
    Reply handle(RecordDelivery command) {
        var letter = letters.load(command.letterId());
        var today = days.today(letter.ask(DunningLetter::legalEntity));
        switch (command.outcome()) {
            case Outcome.Delivered(var reference) -> letter
                    .decide(it -> it.delivered(command.attempts(), reference, today));
            case Outcome.Failed(var failure, var code) -> letter
                    .decide(it -> it.failed(command.attempts(), failure, code, today));
        }
        outbox.done(command.letterId());
        return Reply.ok(letter.show((_, version) -> new Recorded(command.letterId(), version, null)));
    }
}
