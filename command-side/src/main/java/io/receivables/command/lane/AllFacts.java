package io.receivables.command.lane;

import io.receivables.events.ReceivablesEvent;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The whole history in order, for the rare decision that rests on all of it. */
@Component
public class AllFacts {

    private static final int PAGE = 2_000;

    private final ReceivablesEventStorageEngine engine;
    private final JdbcClient jdbc;

    AllFacts(ReceivablesEventStorageEngine engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    /**
     * Reads beside the commands that go on; waits for appends that are under way now.
     *
     * @return the position up to which nothing is missing
     */
    public long readAll(Consumer<ReceivablesEvent> each) {
        long head = engine.createHeadToken().position().orElse(0);
        long read = 0;
        while (read < head) {
            try (var events = engine.readEvents(new GlobalSequenceTrackingToken(read), false)) {
                for (var facts = events.iterator(); read < head && facts.hasNext();) {
                    var fact = facts.next();
                    long position = fact.trackingToken().position().orElseThrow();
                    if (position <= head) {
                        each.accept((ReceivablesEvent) fact.getPayload());
                    }
                    read = Math.min(position, head);
                }
            }
        }
        return head;
    }

    /**
     * Reads what was committed after a position, and what this transaction has decided so far. Complete for whoever keeps
     * those waiting whose facts matter; of others some may be missing.
     *
     * @return the position of the last fact that is committed
     */
    public long readAfter(long position, Consumer<ReceivablesEvent> each) {
        long read = position;
        for (var page = positionsAfter(read); !page.isEmpty(); page = positionsAfter(read)) {
            engine.readEventsAt(page).forEach(fact -> each.accept((ReceivablesEvent) fact.getPayload()));
            read = page.getLast();
        }
        CommitGroup.current().events().since(0).forEach(each);
        return read;
    }

    private List<Long> positionsAfter(long position) {
        return jdbc.sql("select global_index from eventstore.event where global_index > ? order by 1 limit " + PAGE)
                .param(position)
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
