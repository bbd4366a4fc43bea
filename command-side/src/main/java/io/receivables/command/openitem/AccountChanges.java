package io.receivables.command.openitem;

import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.command.openitem.OpenItem.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a group of commands has changed of the open items of one account so far. For one thread. */
final class AccountChanges {

    private final Map<Key, OpenItemChange> byItem = new HashMap<>();
    private final Map<Kind, Long> totals = new EnumMap<>(Kind.class);

    void add(OpenItemChange change) {
        byItem.merge(change.key(), change, OpenItemChange::plus);
        totals.merge(change.key().kind(), change.minorUnits(), Math::addExact);
    }

    Map<Key, OpenItemChange> byItem() {
        return byItem;
    }

    /** By how much the items of a kind have grown. */
    long total(Kind kind) {
        return totals.getOrDefault(kind, 0L);
    }

    /** What is not as it was before the group. */
    Stream<OpenItemChange> effective() {
        return byItem.values().stream().filter(change -> change.minorUnits() != 0);
    }
}
