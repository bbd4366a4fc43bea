package io.receivables.command.openitem;

import io.receivables.command.account.ClosedAccounts;
import io.receivables.command.lane.CommitGroup;
import io.receivables.events.AccountEntry;
import io.receivables.events.ReceivablesEvent;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.stereotype.Component;

/**
 * Nothing becomes open or free on a closed account, whatever its date and whichever command it comes from: who has to book a
 * returned payment reopens the account first. Asked once a command has decided, before its facts are appended.
 */
@Component
class ClosedAccountsStayEmpty implements MessageDispatchInterceptor<EventMessage<?>> {

    private final ClosedAccounts closed;

    ClosedAccountsStayEmpty(ClosedAccounts closed, EventBus events) {
        this.closed = closed;
        events.registerDispatchInterceptor(this);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> facts) {
        return (_, fact) -> checked(fact);
    }

    private EventMessage<?> checked(EventMessage<?> fact) {
        if (!(fact.getPayload() instanceof AccountEntry entry) || entry.accountId() == null
                || !CommitGroup.isRunning()) {
            return fact;
        }
        var date = closed.closedDate(entry.legalEntity(), entry.accountId());
        if (date != null && !OpenItemChanges.of((ReceivablesEvent) fact.getPayload()).isEmpty()) {
            throw new Refusal(ProblemCode.ACCOUNT_CLOSED, "account " + entry.accountId() + " is closed since " + date
                    + "; it is reopened before anything is booked on it");
        }
        return fact;
    }
}
