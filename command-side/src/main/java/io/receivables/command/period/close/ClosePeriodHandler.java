package io.receivables.command.period.close;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.openitem.ReadBooks;
import io.receivables.command.period.AccountingPeriods;
import io.receivables.command.period.AccountingPeriods.SignOff;
import io.receivables.command.period.ClosedPeriods;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Closes a month while nothing else of the legal entity is decided. */
@Component
class ClosePeriodHandler {

    private final Streams<AccountingPeriods> streams;
    private final ClosedPeriods periods;
    private final ReadBooks books;
    private final BusinessDays days;

    ClosePeriodHandler(Streams<AccountingPeriods> streams, ClosedPeriods periods, ReadBooks books,
            BusinessDays days) {
        this.streams = streams;
        this.periods = periods;
        this.books = books;
        this.days = days;
    }

    @CommandHandler
    Reply handle(ClosePeriod command) {
        var entity = command.legalEntity();
        var period = command.period();
        periods.lock(entity);
        var now = books.upToNow(command.books());
        SignerMustHaveSeenTheBooks.check(command.seen(), now);
        var signOff = new SignOff(period, CommandContext.current().actor().subject(), command.reason(), now.totals(),
                command.seen(), days.today(entity));
        var stream = streams.find(entity).map(_ -> {
            var known = streams.load(entity);
            known.decide(it -> it.close(signOff));
            return known;
        }).orElseGet(() -> streams.begin(() -> AccountingPeriods.begin(entity, signOff)));
        periods.put(entity, stream.ask(AccountingPeriods::closedThrough).orElse(null));
        return Reply.created(stream.show((it, version) -> it.resource(period, version)),
                "/v1/periods/" + entity + "/" + period);
    }
}
