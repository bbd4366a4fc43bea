package io.receivables.command.policy.simulate;

import io.receivables.events.AccountEntry;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.util.ArrayList;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.springframework.stereotype.Component;

/**
 * Reads recorded decisions in the order of the event store and judges them again. It runs beside the lane, takes no lock and
 * writes nothing.
 */
@Component
class SimulatePolicy {

    /** So much of the store is read for one answer, however little is found in it. */
    private static final int MOST_FACTS = 50_000;

    private final ReceivablesEventStorageEngine store;

    SimulatePolicy(ReceivablesEventStorageEngine store) {
        this.store = store;
    }

    /**
     * @param limit of decisions that differ
     * @param after the position behind which reading begins
     */
    Simulation run(Judge judge, int limit, long after) {
        var items = new ArrayList<SimulatedDecision>();
        long position = after;
        int read = 0;
        int examined = 0;
        boolean more = false;
        try (var events = store.readEvents(new GlobalSequenceTrackingToken(after), false)) {
            var facts = events.iterator();
            while (!more && facts.hasNext()) {
                var message = facts.next();
                position = message.trackingToken().position().orElseThrow();
                if (message.getPayload() instanceof AccountEntry event) {
                    var verdict = judge.judge(event);
                    examined += verdict.isPresent() ? 1 : 0;
                    if (verdict.isPresent() && !verdict.get().differences().isEmpty()) {
                        items.add(judge.show(verdict.get(), event, position));
                    }
                }
                more = ++read == MOST_FACTS || items.size() == limit;
            }
        }
        return new Simulation(true, judge.entity(), judge.policyVersion(), judge.from(), judge.to(), examined, items,
                position, more ? Long.toString(position) : null);
    }
}
