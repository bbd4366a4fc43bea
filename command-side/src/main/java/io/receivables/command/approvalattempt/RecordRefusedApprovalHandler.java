package io.receivables.command.approvalattempt;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.lane.AfterRefusal;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.Streams;
import io.receivables.events.approval.ApprovalRefused;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.Versioned;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Keeps the attempt where a rule of approval has refused a command. */
@Component
class RecordRefusedApprovalHandler implements AfterRefusal {

    private final Streams<ApprovalAttempts> attempts;

    RecordRefusedApprovalHandler(Streams<ApprovalAttempts> attempts) {
        this.attempts = attempts;
    }

    @Override
    public Optional<Command> after(Refusal refusal) {
        return refusal.leaves() instanceof ApprovalRefused fact
                ? Optional.of(new RecordRefusedApproval(fact))
                : Optional.empty();
    }

    @CommandHandler
    Reply handle(RecordRefusedApproval command) {
        var fact = command.fact().by(CommandContext.current().idempotencyKey());
        attempts.find(ApprovalAttempts.idOf(fact))
                .ifPresentOrElse(known -> known.decide(it -> it.record(fact)),
                        () -> attempts.begin(() -> ApprovalAttempts.begin(fact)));
        return Reply.ok(new Recorded(1));
    }

    /** Nobody is answered with it: the client is told the refusal. */
    private record Recorded(long version) implements Versioned {

        @Override
        public Versioned at(long position) {
            return this;
        }
    }
}
