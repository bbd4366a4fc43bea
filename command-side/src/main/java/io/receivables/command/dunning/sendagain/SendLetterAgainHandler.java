package io.receivables.command.dunning.sendagain;

import io.receivables.command.dunning.DunningLetter;
import io.receivables.command.dunning.LetterOutbox;
import io.receivables.command.edge.Reply;
import io.receivables.command.letter.LetterCopies;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class SendLetterAgainHandler {

    private final Streams<DunningLetter> letters;
    private final LetterCopies copies;
    private final LetterOutbox outbox;
    private final BusinessDays days;

    SendLetterAgainHandler(Streams<DunningLetter> letters, LetterCopies copies, LetterOutbox outbox,
            BusinessDays days) {
        this.letters = letters;
        this.copies = copies;
        this.outbox = outbox;
        this.days = days;
    }

    @CommandHandler
    Reply handle(SendLetterAgain command) {
        var id = command.letterId();
        var letter = letters.load(id);
        var today = days.today(letter.ask(DunningLetter::legalEntity));
        if (copies.find(id).isEmpty()) {
            throw new Refusal(ProblemCode.DUNNING_LETTER_ERASED, "the text of letter " + id + " was erased");
        }
        letter.decide(it -> it.sendAgain(command.channel(), command.reason(), today));
        var issued = letter.ask(DunningLetter::issued);
        var channel = letter.ask(DunningLetter::channel);
        outbox.queue(id, new LetterOutbox.Waiting(issued.accountId(), issued.legalEntity(), channel));
        return Reply.created(
                letter.show((_, version) -> new QueuedLetter(id, issued.accountId(), channel, version, null)),
                "/v1/dunning-letters/" + id);
    }
}
