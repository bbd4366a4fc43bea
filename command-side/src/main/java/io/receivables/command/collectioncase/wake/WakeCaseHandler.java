package io.receivables.command.collectioncase.wake;

import io.receivables.command.collectioncase.Cases;
import io.receivables.command.collectioncase.CollectionCase;
import io.receivables.command.edge.Reply;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class WakeCaseHandler {

    private final Cases cases;

    WakeCaseHandler(Cases cases) {
        this.cases = cases;
    }

    @CommandHandler
    Reply handle(WakeCase command) {
        return cases.decide(command, CollectionCase::wake);
    }
}
