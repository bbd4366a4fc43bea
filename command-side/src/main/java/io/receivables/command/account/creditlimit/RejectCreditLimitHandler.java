package io.receivables.command.account.creditlimit;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RejectCreditLimitHandler {

    private final Streams<CustomerAccount> accounts;
    private final DocumentParts parts;
    private final BusinessDays days;

    RejectCreditLimitHandler(Streams<CustomerAccount> accounts, DocumentParts parts, BusinessDays days) {
        this.accounts = accounts;
        this.parts = parts;
        this.days = days;
    }

    @CommandHandler
    Reply handle(RejectCreditLimit command) {
        var id = command.creditLimitId();
        var account = accounts.load(parts.require(DocumentParts.Kind.CREDIT_LIMIT, id).id());
        var rejectedBy = CommandContext.current().actor().subject();
        var today = days.today(account.ask(CustomerAccount::legalEntity));
        account.decide(it -> it.rejectCreditLimit(id, rejectedBy, command.reason(), today));
        return Reply.ok(account.show((it, version) -> it.creditLimitResource(id, version)));
    }
}
