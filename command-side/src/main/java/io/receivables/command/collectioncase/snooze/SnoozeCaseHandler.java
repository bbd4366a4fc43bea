package io.receivables.command.collectioncase.snooze;

import io.receivables.command.collectioncase.Cases;
import io.receivables.command.edge.Reply;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class SnoozeCaseHandler {

    private final Cases cases;

    SnoozeCaseHandler(Cases cases) {
        this.cases = cases;
    }

    @CommandHandler
    Reply handle(SnoozeCase command) {
        return cases.decide(command,
                (it, today) -> it.snooze(command.until(), command.reason(), command.wakesOnNews(), today));
    }
}
