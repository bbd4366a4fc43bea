package io.receivables.command.dunning.block;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.dunning.DunningBlockRows;
import io.receivables.command.dunning.block.PlaceDunningBlock.Subject;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Streams;
import io.receivables.platform.resource.DunningBlockResource;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReleaseDunningBlockHandler {

    private final Streams<Invoice> invoices;
    private final Streams<CustomerAccount> accounts;
    private final DunningBlockRows rows;

    ReleaseDunningBlockHandler(Streams<Invoice> invoices, Streams<CustomerAccount> accounts, DunningBlockRows rows) {
        this.invoices = invoices;
        this.accounts = accounts;
        this.rows = rows;
    }

    @CommandHandler
    Reply handle(ReleaseDunningBlock command) {
        var block = release(command);
        rows.put(block);
        return Reply.ok(block);
    }

    private DunningBlockResource release(ReleaseDunningBlock command) {
        return switch (command.subject()) {
            case Subject.OfInvoice(var id) -> {
                var invoice = invoices.load(id);
                invoice.decide(it -> it.releaseDunningBlock(command.blockId(), command.reason(),
                        command.effectiveDate()));
                yield invoice.show((it, version) -> it.dunningBlockResource(command.blockId(), version));
            }
            case Subject.OfAccount(var id) -> {
                var account = accounts.load(id);
                account.decide(it -> it.releaseDunningBlock(command.blockId(), command.reason(),
                        command.effectiveDate()));
                yield account.show((it, version) -> it.dunningBlockResource(command.blockId(), version));
            }
        };
    }
}
