package io.receivables.command.invoice.dispute;

import io.receivables.command.allocation.Receivables;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.AccountId;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.platform.problem.ProblemCode;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ResolveDisputeHandler {

    private final Streams<Invoice> invoices;
    private final Streams<CreditNote> creditNotes;
    private final BusinessDays days;
    private final Receivables receivables;

    ResolveDisputeHandler(Streams<Invoice> invoices, Streams<CreditNote> creditNotes, BusinessDays days,
            Receivables receivables) {
        this.invoices = invoices;
        this.creditNotes = creditNotes;
        this.days = days;
        this.receivables = receivables;
    }

    @CommandHandler
    Reply handle(ResolveDispute command) {
        var id = command.disputeId();
        // In the order in which every command loads: the credit note first.
        var creditAccount = command.creditNoteId() == null ? null : accountOf(command.creditNoteId());
        var invoice = invoices.load(command.invoiceId());
        var account = invoice.ask(Invoice::accountId);
        if (creditAccount != null && !creditAccount.equals(account)) {
            throw Amounts.refusal(ProblemCode.ACCOUNT_MISMATCH, "/creditNoteId", "credit note "
                    + command.creditNoteId() + " is of account " + creditAccount + ", not " + account);
        }
        invoice.decide(it -> it.resolveDispute(id, command.outcome(), command.reason(), command.creditNoteId(),
                command.effectiveDate()));
        receivables.noteLateness(invoice, command.effectiveDate());
        var today = days.today(invoice.ask(Invoice::legalEntity));
        return Reply.ok(invoice.show((it, version) -> it.disputeResource(id, today, version)));
    }

    private AccountId accountOf(CreditNoteId id) {
        return creditNotes.load(id).ask(CreditNote::account);
    }
}
