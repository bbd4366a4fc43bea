package io.receivables.command.collectioncase.nextaction;

import io.receivables.command.collectioncase.Cases;
import io.receivables.command.edge.Reply;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class FinishNextActionHandler {

    private final Cases cases;

    FinishNextActionHandler(Cases cases) {
        this.cases = cases;
    }

    @CommandHandler
    Reply handle(FinishNextAction command) {
        return cases.decide(command, (it, today) -> it.done(command.outcome(), today));
    }
}
