package io.receivables.command.invoice.issue;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.AccountTerms;
import io.receivables.command.account.Accounts;
import io.receivables.command.creditcheck.CreditChecks;
import io.receivables.command.document.DocumentNumbers;
import io.receivables.command.document.LineBody;
import io.receivables.command.document.LineTax;
import io.receivables.command.duedate.DueDates;
import io.receivables.command.duedate.LegalMaximums;
import io.receivables.command.duedate.TermsTemplates;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.policy.PolicyInForce;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.account.CreditCheck;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.TaxMode;
import io.receivables.events.invoice.AppliedTerms;
import io.receivables.events.invoice.EarlyPaymentDiscount;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
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
    private final CreditChecks creditChecks;
    private final BusinessDays days;

    IssueInvoiceHandler(Streams<Invoice> invoices, Accounts accounts, AccountTerms accountTerms,
            DocumentNumbers numbers, CreditPolicies policies, CreditChecks creditChecks, BusinessDays days) {
        this.invoices = invoices;
        this.accounts = accounts;
        this.accountTerms = accountTerms;
        this.numbers = numbers;
        this.policies = policies;
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
        var agreed = decide(command, account);
        var issued = agreed.with(creditCheck(command, account, agreed.total()));
        var invoice = invoices.begin(() -> Invoice.issue(issued));
        var today = days.today(account.legalEntity());
        return Reply.created(invoice.answer(today, (it, version) -> it.resource(today, version)),
                "/v1/invoices/" + command.invoiceId());
    }

    /** What was open already at the cut-over is a fact; nobody asks whether it may be. */
    private @Nullable CreditCheck creditCheck(IssueInvoice command, AccountRow account, Money total) {
        return command.opening() != null
                ? null
                : creditChecks.check(account, command.invoiceId(), total, command.effectiveDate(),
                        command.creditOverrideId());
    }

    private InvoiceIssued decide(IssueInvoice command, AccountRow account) {
        var policy = policies.at(account.legalEntity(), command.effectiveDate());
        var agreed = agreed(command, policy);
        var discount = promised(command.discount() != null ? command.discount() : discountOf(command, agreed), command,
                account);
        var lines = discount != null && discount.taxMode() == TaxMode.MIXED
                ? LineTax.lessDiscount(command.lines(), discount.amount())
                : command.lines();
        var total = lines.isEmpty() ? command.total() : LineBody.total(lines, null);
        var instalments = instalments(command, agreed, total, policy);
        InstalmentsMustAddUp.check(total, instalments, command.issueDate());
        // What another ledger issued was not decided here.
        var maximum = command.opening() == null ? policy.terms().legalMaximum() : null;
        var check = LegalMaximums.check(maximum, agreed, command.issueDate(), instalments);
        LegalMaximums.refuseBeyond(maximum, check, duePointer(command));
        boolean saysAll = command.datesGiven() && policy.version() == null
                && (command.discount() != null || discount == null);
        return new InvoiceIssued(command.invoiceId(), command.accountId(), account.legalEntity(),
                command.invoiceNumber(),
                command.receivableClass() == null ? account.receivableClass() : command.receivableClass(),
                command.issueDate(), command.supplyDate(), total, lines, instalments, discount,
                command.opening(),
                saysAll ? null : new AppliedTerms(agreed, command.datesGiven(), policy.version(), check));
    }

    /** The invoice's own terms, else those of its account; a template only where something is taken from it. */
    private PaymentTerms agreed(IssueInvoice command, PolicyInForce policy) {
        var terms = command.terms() != null
                ? command.terms()
                : accountTerms.at(command.accountId(), command.effectiveDate());
        return command.datesGiven() && command.discount() != null ? terms : TermsTemplates.resolve(terms, policy);
    }

    private static List<Instalment> instalments(IssueInvoice command, PaymentTerms agreed, Money total,
            PolicyInForce policy) {
        if (command.instalments() != null) {
            return command.instalments();
        }
        return command.dueDate() != null
                ? List.of(new Instalment(1, command.dueDate(), total))
                : DueDates.of(agreed, total,
                        new DueDates.Invoiced(command.issueDate(), command.supplyDate()), policy.terms());
    }

    private static String duePointer(IssueInvoice command) {
        return command.instalments() != null ? "/instalments" : command.dueDate() != null ? "/dueDate" : "/terms";
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

    private static @Nullable EarlyPaymentDiscount discountOf(IssueInvoice command, PaymentTerms terms) {
        var offered = terms.discount();
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
