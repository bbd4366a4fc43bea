package io.receivables.command.collection.finalnotice;

import io.receivables.command.account.Accounts;
import io.receivables.command.account.CustomerAccount;
import io.receivables.command.collection.OpenClaims;
import io.receivables.command.edge.Reply;
import io.receivables.command.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ServeFinalNoticeHandler {

    private final Streams<CustomerAccount> streams;
    private final Accounts accounts;
    private final OpenClaims claims;

    ServeFinalNoticeHandler(Streams<CustomerAccount> streams, Accounts accounts, OpenClaims claims) {
        this.streams = streams;
        this.accounts = accounts;
        this.claims = claims;
    }

    @CommandHandler
    Reply handle(ServeFinalNotice command) {
        var account = accounts.require(command.accountId());
        account.requireOpenAt(command.effectiveDate());
        var stream = streams.load(command.accountId());
        var date = command.effectiveDate();
        var items = command.items() == null
                ? claims.overdue(account, date)
                : claims.named(account, command.items(), date);
        stream.decide(it -> it.escalations()
                .serveFinalNotice(command.finalNoticeId(), items, command.evidence(), date));
        return Reply.created(stream.show((it, version) -> it.escalations()
                .file()
                .finalNotice(command.finalNoticeId())
                .versioned(version)), "/v1/customer-accounts/" + command.accountId() + "/collection-file");
    }
}
