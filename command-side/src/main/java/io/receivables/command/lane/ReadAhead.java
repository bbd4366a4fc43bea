package io.receivables.command.lane;

import io.receivables.command.stream.Command;
import java.util.List;

/** Reads with one statement what many commands of a group will ask for one by one, and puts it into the group. */
public interface ReadAhead {

    void before(List<Command> commands);
}
