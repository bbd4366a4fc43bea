package io.receivables.command.rate.set;

import io.receivables.command.edge.Reply;
import io.receivables.command.rate.ReferenceRateHistory;
import io.receivables.command.rate.ReferenceRates;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class SetReferenceRateHandler {

    private final Streams<ReferenceRateHistory> streams;
    private final ReferenceRates rates;
    private final BusinessDays days;

    SetReferenceRateHandler(Streams<ReferenceRateHistory> streams, ReferenceRates rates, BusinessDays days) {
        this.streams = streams;
        this.rates = rates;
        this.days = days;
    }

    @CommandHandler
    Reply handle(SetReferenceRate command) {
        var today = days.todayAnywhere();
        var known = streams.find(command.rate());
        var rate = known.orElseGet(() -> streams.begin(() -> ReferenceRateHistory.begin(command.rate(),
                command.values(), command.source(), today)));
        if (known.isPresent()) {
            rate.decide(it -> it.set(command.values(), command.source(), today));
        }
        rates.add(rate.ask(ReferenceRateHistory::latest));
        var resource = rate.show((it, version) -> ReferenceRateVersion.of(it.latest(), version));
        return known.isPresent() ? Reply.ok(resource) : Reply.created(resource, "/v1/reference-rates");
    }
}
