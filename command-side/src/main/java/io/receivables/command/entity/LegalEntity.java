package io.receivables.command.entity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.EventStream;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityChanged;
import io.receivables.events.entity.LegalEntityEvent;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.entity.LegalEntityRegistered;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.LegalEntityResource;
import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A company that is owed: its particulars. */
@Aggregate(cache = "aggregateCache", lockFactory = "streamLocks")
@SuppressWarnings("NullAway.Init")
public class LegalEntity implements EventStream {

    @AggregateIdentifier
    private String streamId;
    private LegalEntityRegistered state;

    LegalEntity() {}

    public static LegalEntity register(RegisterLegalEntity command, LocalDate today) {
        var entity = new LegalEntity();
        apply(new LegalEntityRegistered(command.legalEntity(), command.name(), command.country(), command.timeZone(),
                command.baseCurrency(), command.siren(), today));
        return entity;
    }

    /** Time zone and base currency are fixed: dates and books that were decided under them must keep their meaning. */
    public void change(RegisterLegalEntity command, LocalDate today) {
        if (!command.baseCurrency().equals(state.baseCurrency()) || !command.timeZone().equals(state.timeZone())) {
            throw new Refusal(ProblemCode.BASE_CURRENCY_FIXED, "base currency " + state.baseCurrency()
                    + " and time zone " + state.timeZone() + " of " + state.legalEntity() + " are fixed");
        }
        apply(new LegalEntityChanged(command.legalEntity(), command.name(), command.country(), command.timeZone(),
                command.baseCurrency(), command.siren(), today));
    }

    @EventSourcingHandler
    void evolve(LegalEntityEvent event) {
        state = switch (event) {
            case LegalEntityRegistered registered -> registered;
            case LegalEntityChanged changed -> new LegalEntityRegistered(changed.legalEntity(), changed.name(),
                    changed.country(), changed.timeZone(), changed.baseCurrency(), changed.siren(),
                    changed.effectiveDate());
        };
        streamId = StreamType.LEGAL_ENTITY.streamId(state.legalEntity());
    }

    public LegalEntityResource resource(long version) {
        return new LegalEntityResource(state.legalEntity(), state.name(), state.country(), state.timeZone(),
                state.baseCurrency(), state.siren(), version, null);
    }

    @Override
    public LegalEntityId legalEntity() {
        return state.legalEntity();
    }
}
