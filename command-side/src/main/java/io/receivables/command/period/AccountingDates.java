package io.receivables.command.period;

import io.receivables.command.lane.CommitGroup;
import io.receivables.events.AccountEntry;
import io.receivables.events.period.AccountingDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.stereotype.Component;

/**
 * Gives late facts their accounting date, once a command has decided them and before they are appended: a fact of a closed
 * month is booked on the first day of the first open one. Its business date stays.
 */
@Component
class AccountingDates implements MessageDispatchInterceptor<EventMessage<?>> {

    private final ClosedPeriods periods;

    AccountingDates(ClosedPeriods periods, EventBus events) {
        this.periods = periods;
        events.registerDispatchInterceptor(this);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> facts) {
        return (_, fact) -> dated(fact);
    }

    private EventMessage<?> dated(EventMessage<?> fact) {
        if (!(fact.getPayload() instanceof AccountEntry entry) || !CommitGroup.isRunning()) {
            return fact;
        }
        var closed = periods.closedThrough(entry.legalEntity());
        return closed == null || entry.effectiveDate().isAfter(closed)
                ? fact
                : fact.andMetaData(Map.of(AccountingDate.KEY, closed.plusDays(1).toString()));
    }
}
