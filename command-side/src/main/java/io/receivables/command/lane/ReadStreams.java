package io.receivables.command.lane;

import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.util.Collection;
import java.util.HashSet;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/**
 * For a decision that rests on streams which it only reads: nothing is appended to them, so that nobody else would find out
 * that they came from a cache which another node has passed by.
 */
@Component
public class ReadStreams {

    private final ReceivablesEventStorageEngine engine;

    ReadStreams(ReceivablesEventStorageEngine engine) {
        this.engine = engine;
    }

    /** @throws ConcurrencyException when one of them, as the command has loaded it, is not up to date; then it is decided anew */
    public void requireCurrent(Collection<String> streamIds) {
        if (streamIds.isEmpty()) {
            return;
        }
        var loaded = CommitGroup.current().loadedVersions();
        var stored = engine.versions(new HashSet<>(streamIds));
        for (var id : streamIds) {
            var version = loaded.get(id);
            if (version != null && version.longValue() != stored.getOrDefault(id, 0L)) {
                throw new ConcurrencyException(id + " was read at version " + version + " and is at " + stored.get(id));
            }
        }
    }
}
