package io.receivables.command.period.reopen;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.period.AccountingPeriods;
import io.receivables.command.period.ClosedPeriods;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Reopens a month; facts that were booked in a later one meanwhile stay there. */
@Component
class ReopenPeriodHandler {

    private final Streams<AccountingPeriods> streams;
    private final ClosedPeriods periods;
    private final BusinessDays days;

    ReopenPeriodHandler(Streams<AccountingPeriods> streams, ClosedPeriods periods, BusinessDays days) {
        this.streams = streams;
        this.periods = periods;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ReopenPeriod command) {
        var entity = command.legalEntity();
        periods.lock(entity);
        if (streams.find(entity).isEmpty()) {
            throw new Refusal(ProblemCode.PERIOD_NOT_CLOSED,
                    command.period() + " of " + entity + " was not closed; no month is");
        }
        var stream = streams.load(entity);
        var who = CommandContext.current().actor().subject();
        stream.decide(it -> it.reopen(command.period(), who, command.reason(), days.today(entity)));
        periods.put(entity, stream.ask(AccountingPeriods::closedThrough).orElse(null));
        return Reply.ok(stream.show((it, version) -> it.resource(command.period(), version)));
    }
}
