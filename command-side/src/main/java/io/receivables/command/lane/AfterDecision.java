package io.receivables.command.lane;

import io.receivables.events.ReceivablesEvent;
import java.util.List;

/**
 * Is told the events of every command that was decided, in a dry run too, before the next command is. What it keeps of them
 * goes into the group.
 */
public interface AfterDecision {

    void decided(List<ReceivablesEvent> events);
}
