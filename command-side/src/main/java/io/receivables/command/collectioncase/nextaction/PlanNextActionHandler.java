package io.receivables.command.collectioncase.nextaction;

import io.receivables.command.collectioncase.Cases;
import io.receivables.command.edge.Reply;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class PlanNextActionHandler {

    private final Cases cases;

    PlanNextActionHandler(Cases cases) {
        this.cases = cases;
    }

    @CommandHandler
    Reply handle(PlanNextAction command) {
        return cases.decide(command,
                (it, today) -> it.plan(command.actionId(), command.what(), command.dueDate(), today));
    }
}
