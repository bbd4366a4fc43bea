package io.receivables.command.dunning;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.dunning.DunningRunBegun;
import io.receivables.events.dunning.DunningRunCompleted;
import io.receivables.events.dunning.DunningRunEvent;
import io.receivables.events.entity.LegalEntityId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A run of reminders over the accounts of a legal entity. Its letters have streams of their own. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class DunningRun implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private DunningRunBegun begun;

    DunningRun() {}

    public static DunningRun begin(DunningRunBegun begun) {
        apply(begun);
        return new DunningRun();
    }

    public void complete(int letters, int notDunned) {
        apply(new DunningRunCompleted(begun.runId(), begun.legalEntity(), letters, notDunned, begun.effectiveDate()));
    }

    @EventSourcingHandler
    void evolve(DunningRunEvent event) {
        switch (event) {
            case DunningRunBegun first -> {
                streamId = StreamType.DUNNING_RUN.streamId(first.runId());
                begun = first;
            }
            case DunningRunCompleted _ -> {
                // It may be asked for again: nothing is decided by it.
            }
        }
    }

    @Override
    public LegalEntityId legalEntity() {
        return begun.legalEntity();
    }
}
