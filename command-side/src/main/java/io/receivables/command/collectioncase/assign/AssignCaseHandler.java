package io.receivables.command.collectioncase.assign;

import io.receivables.command.collectioncase.Cases;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class AssignCaseHandler {

    private final Cases cases;

    AssignCaseHandler(Cases cases) {
        this.cases = cases;
    }

    @CommandHandler
    Reply handle(AssignCase command) {
        var asker = CommandContext.current().actor().subject();
        return cases.decide(command, (it, today) -> {
            if (command.owner() == null) {
                it.take(asker, today);
            } else {
                it.assign(command.owner(), today);
            }
        });
    }
}
