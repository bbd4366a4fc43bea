package io.receivables.command.lane;

import io.receivables.command.stream.Command;
import java.util.List;

/** Asks at once what many commands of a group would ask one by one, and puts the answers into the group. */
public interface ReadAhead {

    /** What rests on the commands alone; the questions of all readers share one round trip. */
    default List<Sql.Query> questions(List<Command> commands) {
        return List.of();
    }

    /** Reads what rests on the answers to those. */
    default void readOn(List<Command> commands) {}
}
