package io.receivables.command.account.closure;

import io.receivables.command.account.ClosedAccounts;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReopenAccountHandler {

    private final Streams<CustomerAccount> streams;
    private final ClosedAccounts closed;

    ReopenAccountHandler(Streams<CustomerAccount> streams, ClosedAccounts closed) {
        this.streams = streams;
        this.closed = closed;
    }

    @CommandHandler
    Reply handle(ReopenAccount command) {
        var stream = streams.load(command.accountId());
        var entity = stream.ask(CustomerAccount::legalEntity);
        closed.lock(entity);
        var who = CommandContext.current().actor().subject();
        stream.decide(it -> it.reopen(command.reason(), who, command.effectiveDate()));
        closed.put(entity, command.accountId(), null);
        return Reply.ok(stream.show(CustomerAccount::closureResource));
    }
}
