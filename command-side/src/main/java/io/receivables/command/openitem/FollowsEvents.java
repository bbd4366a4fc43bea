package io.receivables.command.openitem;

import io.receivables.events.ReceivablesEvent;
import java.util.List;

/** A table that can be emptied and filled from every event again, as one that is younger than the store must be. */
public interface FollowsEvents {

    void clear();

    /** The facts in the order in which they were recorded. */
    void apply(List<ReceivablesEvent> facts);
}
