package io.receivables.command.invoice.issue;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.AccountTerms;
import io.receivables.command.account.Accounts;
import io.receivables.command.document.DocumentNumbers;
import io.receivables.command.document.LineBody;
import io.receivables.command.document.LineTax;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.TaxMode;
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
    private final CreditPolicies policies;
    private final BusinessDays days;

    IssueInvoiceHandler(Streams<Invoice> invoices, Accounts accounts, AccountTerms accountTerms,
            DocumentNumbers numbers, CreditPolicies policies, BusinessDays days) {
        this.invoices = invoices;
        this.accounts = accounts;
        this.accountTerms = accountTerms;
        this.numbers = numbers;
        this.policies = policies;
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
        var issued = decide(command, account);
        var invoice = invoices.begin(() -> Invoice.issue(issued));
        var today = days.today(account.legalEntity());
        return Reply.created(invoice.show((it, version) -> it.resource(today, version)),
                "/v1/invoices/" + command.invoiceId());
    }

    private InvoiceIssued decide(IssueInvoice command, AccountRow account) {
        boolean needsTerms = command.discount() == null || command.dueDate() == null && command.instalments() == null;
        var terms = needsTerms ? accountTerms.at(command.accountId(), command.effectiveDate()) : null;
        var discount = promised(command.discount() != null ? command.discount() : discountOf(command, terms), command,
                account);
        var lines = discount != null && discount.taxMode() == TaxMode.MIXED
                ? LineTax.lessDiscount(command.lines(), discount.amount())
                : command.lines();
        var total = lines.isEmpty() ? command.total() : LineBody.total(lines, null);
        var instalments = command.instalments();
        if (instalments == null) {
            var dueDate = command.dueDate() != null
                    ? command.dueDate()
                    : DueDates.of(Objects.requireNonNull(terms), command.issueDate());
            instalments = List.of(new Instalment(1, dueDate, total));
        }
        InstalmentsMustAddUp.check(total, instalments, command.issueDate());
        return new InvoiceIssued(command.invoiceId(), command.accountId(), account.legalEntity(),
                command.invoiceNumber(),
                command.receivableClass() == null ? account.receivableClass() : command.receivableClass(),
                command.issueDate(), command.supplyDate(), total, lines, instalments, discount,
                command.opening());
    }

    /** The rules that are in force when the invoice is issued go into it: they are part of the promise. */
    private @Nullable EarlyPaymentDiscount promised(@Nullable EarlyPaymentDiscount discount, IssueInvoice command,
            AccountRow account) {
        if (discount == null) {
            return null;
        }
        var policy = policies.at(account.legalEntity(), command.issueDate());
        return policy.rules().discounts() == null
                ? discount
                : new EarlyPaymentDiscount(discount.amount(), discount.until(), discount.taxMode(),
                        policy.rules().discounts(), policy.version());
    }

    private static @Nullable EarlyPaymentDiscount discountOf(IssueInvoice command, @Nullable PaymentTerms terms) {
        var offered = terms == null ? null : terms.discount();
        if (offered == null) {
            return null;
        }
        var amount = InvoiceDiscount.amount(offered.percent(), offered.taxMode(), command.lines(), command.total());
        return amount.isZero()
                ? null
                : new EarlyPaymentDiscount(amount, command.issueDate().plusDays(offered.withinDays()),
                        offered.taxMode());
    }
}
