package io.receivables.command.invoice.issue;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.AccountTerms;
import io.receivables.command.account.Accounts;
import io.receivables.command.creditcheck.CreditChecks;
import io.receivables.command.document.DocumentNumbers;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.CreditCheck;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.invoice.EarlyPaymentDiscount;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class IssueInvoiceHandler {

    private final Streams<Invoice> invoices;
    private final Accounts accounts;
    private final AccountTerms accountTerms;
    private final DocumentNumbers numbers;
    private final CreditChecks creditChecks;
    private final BusinessDays days;

    IssueInvoiceHandler(Streams<Invoice> invoices, Accounts accounts, AccountTerms accountTerms,
            DocumentNumbers numbers, CreditChecks creditChecks, BusinessDays days) {
        this.invoices = invoices;
        this.accounts = accounts;
        this.accountTerms = accountTerms;
        this.numbers = numbers;
        this.creditChecks = creditChecks;
        this.days = days;
    }

    @CommandHandler
    Reply handle(IssueInvoice command) {
        var account = accounts.require(command.accountId());
        days.refuseFuture(account.legalEntity(), command.effectiveDate());
        account.requireOpenAt(command.effectiveDate());
        Amounts.requireCurrency(account.currency(), command.total(),
                command.lines().isEmpty() ? "/total" : "/lines/0/netAmount");
        numbers.claim(account.legalEntity(), StreamType.INVOICE, command.invoiceNumber(), command.invoiceId().value(),
                ProblemCode.INVOICE_NUMBER_TAKEN);
        var issued = decide(command, account).with(creditCheck(command, account));
        var invoice = invoices.begin(() -> Invoice.issue(issued));
        var today = days.today(account.legalEntity());
        return Reply.created(invoice.show((it, version) -> it.resource(today, version)),
                "/v1/invoices/" + command.invoiceId());
    }

    /** What was open already at the cut-over is a fact; nobody asks whether it may be. */
    private @Nullable CreditCheck creditCheck(IssueInvoice command, AccountRow account) {
        return command.opening() != null
                ? null
                : creditChecks.check(account, command.invoiceId(), command.total(), command.effectiveDate(),
                        command.creditOverrideId());
    }

    private InvoiceIssued decide(IssueInvoice command, AccountRow account) {
        boolean needsTerms = command.discount() == null || command.dueDate() == null && command.instalments() == null;
        var terms = needsTerms ? accountTerms.at(command.accountId(), command.effectiveDate()) : null;
        var instalments = command.instalments();
        if (instalments == null) {
            var dueDate = command.dueDate() != null
                    ? command.dueDate()
                    : DueDates.of(Objects.requireNonNull(terms), command.issueDate());
            instalments = List.of(new Instalment(1, dueDate, command.total()));
        }
        InstalmentsMustAddUp.check(command.total(), instalments, command.issueDate());
        var discount = command.discount() != null ? command.discount() : discountOf(command, terms);
        return new InvoiceIssued(command.invoiceId(), command.accountId(), account.legalEntity(),
                command.invoiceNumber(),
                command.receivableClass() == null ? account.receivableClass() : command.receivableClass(),
                command.issueDate(), command.supplyDate(), command.total(), command.lines(), instalments, discount,
                command.opening());
    }

    private static @Nullable EarlyPaymentDiscount discountOf(IssueInvoice command, @Nullable PaymentTerms terms) {
        var offered = terms == null ? null : terms.discount();
        if (offered == null) {
            return null;
        }
        var amount = command.total().percentageRoundedHalfUp(offered.percent());
        return amount.isZero()
                ? null
                : new EarlyPaymentDiscount(amount, command.issueDate().plusDays(offered.withinDays()),
                        offered.taxMode());
    }
}
