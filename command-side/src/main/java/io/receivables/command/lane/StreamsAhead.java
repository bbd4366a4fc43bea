package io.receivables.command.lane;

import io.receivables.command.stream.StreamCache;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Reads the streams that a decision turns out to need with one statement, instead of one by one as it loads them. */
@Component
public class StreamsAhead {

    private final ReceivablesEventStorageEngine engine;
    private final StreamCache cache;

    StreamsAhead(ReceivablesEventStorageEngine engine, StreamCache cache) {
        this.engine = engine;
        this.cache = cache;
    }

    public void read(Collection<String> streamIds) {
        var group = CommitGroup.current();
        var unknown = streamIds.stream().filter(id -> !cache.containsKey(id) && !group.hasBegun(id)).toList();
        if (!unknown.isEmpty()) {
            engine.readAhead(group.events(), unknown);
        }
    }
}
