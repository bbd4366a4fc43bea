package io.receivables.command.account.closure;

import io.receivables.command.account.Accounts;
import io.receivables.command.account.ClosedAccounts;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.openitem.OpenItems;
import io.receivables.command.openitem.ReadBooks;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Closes an account while nothing else of its legal entity is decided. */
@Component
class CloseAccountHandler {

    private final Streams<CustomerAccount> streams;
    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final OpenItems items;
    private final ReadBooks books;
    private final BusinessDays days;

    CloseAccountHandler(Streams<CustomerAccount> streams, Accounts accounts, ClosedAccounts closed, OpenItems items,
            ReadBooks books, BusinessDays days) {
        this.streams = streams;
        this.accounts = accounts;
        this.closed = closed;
        this.items = items;
        this.books = books;
        this.days = days;
    }

    @CommandHandler
    Reply handle(CloseAccount command) {
        var row = accounts.require(command.accountId());
        closed.lock(row.legalEntity());
        var stream = streams.load(command.accountId());
        NothingMayBeOpen.check(row, items.of(row));
        if (command.effectiveDate().isBefore(days.today(row.legalEntity()))) {
            NothingMayHaveMovedAfter.check(command.effectiveDate(), books.upToNow(command.history()));
        }
        var who = CommandContext.current().actor().subject();
        stream.decide(it -> it.close(command.reason(), who, command.effectiveDate()));
        closed.put(row.legalEntity(), command.accountId(), command.effectiveDate());
        return Reply.created(stream.show(CustomerAccount::closureResource),
                "/v1/customer-accounts/" + command.accountId());
    }
}
