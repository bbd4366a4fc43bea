package io.receivables.command.lane;

import io.receivables.command.stream.Command;
import io.receivables.platform.problem.Refusal;
import java.util.Optional;

/**
 * Says what is to be recorded of a command that was refused. What the command itself would have done is forgotten; what follows
 * is decided in its place, in the same transaction and in the name of the same actor. Not asked in a dry run.
 */
public interface AfterRefusal {

    Optional<Command> after(Refusal refusal);
}
