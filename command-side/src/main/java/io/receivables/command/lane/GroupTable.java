package io.receivables.command.lane;

import java.util.Map;

/**
 * Rows that commands leave behind beside their events. A command puts them into its {@link CommitGroup}, where later
 * commands of the group find them; they are inserted together before the events are appended. Beans are asked in their
 * order, so that rows which others refer to come first.
 *
 * @param <K> finds a row within a group
 */
public interface GroupTable<K, R> {

    /** @throws RuntimeException when a row of another node stands in the way; of a single command, its refusal */
    void insert(Map<K, R> rows);
}
