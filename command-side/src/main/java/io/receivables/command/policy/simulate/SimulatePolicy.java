package io.receivables.command.policy.simulate;

import io.receivables.command.policy.simulate.Judge.Verdict;
import io.receivables.command.policy.simulate.SimulatedDecision.Kind;
import io.receivables.events.AccountEntry;
import io.receivables.events.ReceivablesEvent;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.dunning.DunningRunCompleted;
import io.receivables.platform.eventstore.ReceivablesEventStorageEngine;
import java.util.ArrayList;
import java.util.Optional;
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

    /** A letter that is judged counts as so many: what its account was reminded of before is read besides. */
    private static final int FACTS_OF_A_LETTER = 50;

    private final ReceivablesEventStorageEngine store;
    private final RecordedAccounts accounts;
    private final RecordedPolicies policies;

    SimulatePolicy(ReceivablesEventStorageEngine store, RecordedAccounts accounts, RecordedPolicies policies) {
        this.store = store;
        this.accounts = accounts;
        this.policies = policies;
    }

    /**
     * @param limit of decisions that differ
     * @param after the position behind which reading begins
     */
    Simulation run(Judge judge, int limit, long after) {
        var items = new ArrayList<SimulatedDecision>();
        var letters = new SimulatedLetters(judge, accounts, policies);
        long position = after;
        int read = 0;
        int examined = 0;
        boolean more = false;
        try (var events = store.readEvents(new GlobalSequenceTrackingToken(after), false)) {
            var facts = events.iterator();
            while (!more && facts.hasNext()) {
                var message = facts.next();
                position = message.trackingToken().position().orElseThrow();
                read++;
                var verdict = verdict(judge, letters, message.getPayload(), position).orElse(null);
                if (verdict != null) {
                    examined++;
                    read += verdict.kind() == Kind.DUNNING_LETTER ? FACTS_OF_A_LETTER : 0;
                    if (!verdict.differences().isEmpty()) {
                        items.add(judge.show(verdict, (AccountEntry) message.getPayload(), position));
                    }
                }
                more = read >= MOST_FACTS || items.size() == limit;
            }
        }
        return new Simulation(true, judge.entity(), judge.policyVersion(), judge.from(), judge.to(), examined, items,
                letters.sum(), position, more ? Long.toString(position) : null);
    }

    private static Optional<Verdict> verdict(Judge judge, SimulatedLetters letters, Object fact, long position) {
        return switch (fact) {
            case DunningLetterIssued letter -> letters.judge(letter, position);
            case DunningRunCompleted run -> {
                letters.completed(run);
                yield Optional.empty();
            }
            case ReceivablesEvent event -> judge.judge(event);
            default -> Optional.empty();
        };
    }
}
