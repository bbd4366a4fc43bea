package io.receivables.command.dunning.block;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.dunning.DunningBlockRows;
import io.receivables.command.dunning.block.PlaceDunningBlock.Subject;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Streams;
import io.receivables.platform.resource.DunningBlockResource;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class PlaceDunningBlockHandler {

    private final Streams<Invoice> invoices;
    private final Streams<CustomerAccount> accounts;
    private final DunningBlockRows rows;

    PlaceDunningBlockHandler(Streams<Invoice> invoices, Streams<CustomerAccount> accounts, DunningBlockRows rows) {
        this.invoices = invoices;
        this.accounts = accounts;
        this.rows = rows;
    }

    @CommandHandler
    Reply handle(PlaceDunningBlock command) {
        var block = place(command);
        rows.put(block);
        return Reply.created(block, switch (command.subject()) {
            case Subject.OfInvoice(var id) -> "/v1/invoices/" + id;
            case Subject.OfAccount(var id) -> "/v1/customer-accounts/" + id + "/dunning-blocks";
        });
    }

    private DunningBlockResource place(PlaceDunningBlock command) {
        var placedBy = CommandContext.current().actor().subject();
        return switch (command.subject()) {
            case Subject.OfInvoice(var id) -> {
                var invoice = invoices.load(id);
                invoice.decide(it -> it.blockDunning(command.blockId(), command.reason(), placedBy, command.until(),
                        command.effectiveDate()));
                yield invoice.show((it, version) -> it.dunningBlockResource(command.blockId(), version));
            }
            case Subject.OfAccount(var id) -> {
                var account = accounts.load(id);
                account.decide(it -> it.blockDunning(command.blockId(), command.reason(), placedBy, command.until(),
                        command.effectiveDate()));
                yield account.show((it, version) -> it.dunningBlockResource(command.blockId(), version));
            }
        };
    }
}
