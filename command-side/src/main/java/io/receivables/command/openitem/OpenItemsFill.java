package io.receivables.command.openitem;

import io.receivables.command.openitem.OpenItem.Key;
import io.receivables.events.ReceivablesEvent;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the table of open items from the events of a store that is older than the table, before this node decides anything.
 * All in one transaction, in which nobody appends.
 */
@Component
public class OpenItemsFill implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OpenItemsFill.class);

    /** Changes that are merged before they are written. */
    private static final int BATCH = 20_000;
    private static final int PAGE = 2_000;

    private final ReceivablesEventStorageEngine engine;
    private final OpenItemRows rows;
    private final UnfinalPayments unfinal;
    private final List<FollowsEvents> others;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private volatile boolean running;

    OpenItemsFill(ReceivablesEventStorageEngine engine, OpenItemRows rows, UnfinalPayments unfinal,
            List<FollowsEvents> others, JdbcClient jdbc,
            @Qualifier("eventTransactionManager") PlatformTransactionManager transactions) {
        this.engine = engine;
        this.rows = rows;
        this.unfinal = unfinal;
        this.others = others;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        if (!isFilled()) {
            fill();
        }
        running = true;
    }

    /** Empties the table and folds every event again. Also for who has put events into the store by other means. */
    public void fill() {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("select set_config('lock_timeout', '0', true)").query(String.class).single();
            engine.appendAlone();
            rows.clear();
            unfinal.clear();
            others.forEach(FollowsEvents::clear);
            long events = fold();
            jdbc.sql("insert into command.open_item_fill (events) values (?)").param(events).update();
            LOG.info("the open items of {} events are filled in", events);
        });
    }

    /** Nobody appends, so the numbers that are missing were rolled back. */
    private long fold() {
        long events = 0;
        var pending = new HashMap<Key, OpenItemChange>();
        for (var page = positionsAfter(0); !page.isEmpty(); page = positionsAfter(page.getLast())) {
            var facts = engine.readEventsAt(page).map(event -> (ReceivablesEvent) event.getPayload()).toList();
            facts.stream()
                    .flatMap(fact -> OpenItemChanges.of(fact).stream())
                    .forEach(change -> pending.merge(change.key(), change, OpenItemChange::plus));
            others.forEach(table -> table.apply(facts));
            unfinal.apply(facts.stream().map(unfinal::of).filter(Objects::nonNull).toList());
            if (pending.size() >= BATCH) {
                write(pending);
            }
            events += page.size();
        }
        write(pending);
        return events;
    }

    private List<Long> positionsAfter(long position) {
        return jdbc.sql("select global_index from eventstore.event where global_index > ? order by 1 limit " + PAGE)
                .param(position)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private void write(Map<Key, OpenItemChange> pending) {
        rows.apply(pending.values().stream().filter(change -> change.minorUnits() != 0).toList());
        pending.clear();
    }

    private boolean isFilled() {
        return jdbc.sql("select exists (select from command.open_item_fill)").query(Boolean.class).single();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the lane, which decides. */
    @Override
    public int getPhase() {
        return 0;
    }
}
