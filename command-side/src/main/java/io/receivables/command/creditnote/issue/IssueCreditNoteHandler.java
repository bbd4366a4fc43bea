package io.receivables.command.creditnote.issue;

import io.receivables.command.account.Accounts;
import io.receivables.command.allocation.AllocationWish;
import io.receivables.command.allocation.Allocations;
import io.receivables.command.allocation.Receivables;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.document.DocumentNumbers;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.platform.problem.ProblemCode;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class IssueCreditNoteHandler {

    private final Streams<CreditNote> creditNotes;
    private final Streams<Invoice> invoices;
    private final Allocations allocations;
    private final Receivables receivables;
    private final Accounts accounts;
    private final DocumentNumbers numbers;
    private final BusinessDays days;

    IssueCreditNoteHandler(Streams<CreditNote> creditNotes, Streams<Invoice> invoices, Allocations allocations,
            Receivables receivables, Accounts accounts, DocumentNumbers numbers, BusinessDays days) {
        this.creditNotes = creditNotes;
        this.invoices = invoices;
        this.allocations = allocations;
        this.receivables = receivables;
        this.accounts = accounts;
        this.numbers = numbers;
        this.days = days;
    }

    @CommandHandler
    Reply handle(IssueCreditNote command) {
        var account = accounts.require(command.accountId());
        days.refuseFuture(account.legalEntity(), command.effectiveDate());
        account.requireOpenAt(command.effectiveDate());
        Amounts.requireCurrency(account.currency(), command.total(),
                command.lines().isEmpty() ? "/total" : "/lines/0/netAmount");
        numbers.claim(account.legalEntity(), StreamType.CREDIT_NOTE, command.creditNoteNumber(),
                command.creditNoteId().value(), ProblemCode.CREDIT_NOTE_NUMBER_TAKEN);
        var creditNote = creditNotes.begin(() -> CreditNote.issue(new CreditNoteIssued(command.creditNoteId(),
                command.accountId(), account.legalEntity(), command.creditNoteNumber(), command.issueDate(),
                command.total(), command.lines(), command.reason(), command.relatesTo(),
                command.opening())));
        requireRelated(command);
        allocations.allocate(creditNote, command.allocations());
        return Reply.created(creditNote.answer(null, (it, version) -> it.resource(null, version)),
                "/v1/credit-notes/" + command.creditNoteId());
    }

    /** The invoices that it corrects are there, and of the same account. */
    private void requireRelated(IssueCreditNote command) {
        var allocated = command.allocations().stream().map(AllocationWish::target);
        receivables.loadAll(
                Stream.concat(command.relatesTo().stream().map(AllocationTarget::of), allocated).toList());
        for (int i = 0; i < command.relatesTo().size(); i++) {
            var issued = invoices.load(command.relatesTo().get(i)).ask(Invoice::issued);
            if (!issued.accountId().equals(command.accountId())) {
                throw Amounts.refusal(ProblemCode.ACCOUNT_MISMATCH, "/relatesTo/" + i, "invoice " + issued.invoiceId()
                        + " is of account " + issued.accountId() + ", not " + command.accountId());
            }
        }
    }
}
