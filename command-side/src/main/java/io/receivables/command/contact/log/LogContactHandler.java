package io.receivables.command.contact.log;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.Accounts;
import io.receivables.command.contact.Contact;
import io.receivables.command.edge.CommandContext;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.Streams;
import io.receivables.events.contact.ContactLogged;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class LogContactHandler {

    private final Streams<Contact> contacts;
    private final Streams<Invoice> invoices;
    private final Accounts accounts;
    private final BusinessDays days;

    LogContactHandler(Streams<Contact> contacts, Streams<Invoice> invoices, Accounts accounts, BusinessDays days) {
        this.contacts = contacts;
        this.invoices = invoices;
        this.accounts = accounts;
        this.days = days;
    }

    @CommandHandler
    Reply handle(LogContact command) {
        var account = accounts.require(command.accountId());
        var date = command.date() != null
                ? command.date()
                : days.dayOf(account.legalEntity(), Objects.requireNonNull(command.at()));
        days.refuseFuture(account.legalEntity(), date);
        account.requireOpenAt(date);
        command.invoices().forEach(id -> requireOf(account, id));
        var who = CommandContext.current().actor().subject();
        var contact = contacts.begin(() -> Contact.log(new ContactLogged(command.contactId(), account.accountId(),
                account.legalEntity(), command.kind(), command.direction(), command.outcome(), command.note(),
                command.at(), command.invoices(), command.nextAction(), who, date)));
        return Reply.created(contact.show((it, _) -> it.resource()),
                "/v1/customer-accounts/" + command.accountId() + "/contact-log");
    }

    private void requireOf(AccountRow account, InvoiceId id) {
        var owner = invoices.load(id).ask(Invoice::accountId);
        if (!owner.equals(account.accountId())) {
            throw new Refusal(ProblemCode.ACCOUNT_MISMATCH,
                    "invoice " + id + " is of account " + owner + ", not " + account.accountId());
        }
    }
}
