package io.receivables.command.collectioncase.release;

import io.receivables.command.collectioncase.Cases;
import io.receivables.command.collectioncase.CollectionCase;
import io.receivables.command.edge.Reply;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReleaseCaseHandler {

    private final Cases cases;

    ReleaseCaseHandler(Cases cases) {
        this.cases = cases;
    }

    @CommandHandler
    Reply handle(ReleaseCase command) {
        return cases.decide(command, CollectionCase::release);
    }
}
