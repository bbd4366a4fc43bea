package io.receivables.command.rate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.rate.HalfYearRate;
import io.receivables.events.rate.ReferenceRateEvent;
import io.receivables.events.rate.ReferenceRateSet;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** What became known of one reference rate. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class ReferenceRateHistory implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private ReferenceRateSet latest;

    ReferenceRateHistory() {}

    public static ReferenceRateHistory begin(String rate, List<HalfYearRate> values, String source, LocalDate today) {
        apply(new ReferenceRateSet(rate, 1, values, source, today));
        return new ReferenceRateHistory();
    }

    public void set(List<HalfYearRate> values, String source, LocalDate today) {
        apply(new ReferenceRateSet(latest.rate(), latest.version() + 1, values, source, today));
    }

    @EventSourcingHandler
    void evolve(ReferenceRateEvent event) {
        switch (event) {
            case ReferenceRateSet set -> {
                streamId = StreamType.REFERENCE_RATE.streamId(set.rate());
                latest = set;
            }
        }
    }

    public ReferenceRateSet latest() {
        return latest;
    }

    /** Rates belong to nobody. */
    @Override
    public LegalEntityId legalEntity() {
        throw new IllegalStateException("a reference rate belongs to no legal entity");
    }
}
