package io.receivables.command.invoice.issue;

import io.receivables.command.account.AccountRow;
import io.receivables.command.account.AccountTerms;
import io.receivables.command.account.Accounts;
import io.receivables.command.document.DocumentNumbers;
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
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.invoice.AppliedTerms;
import io.receivables.events.invoice.EarlyPaymentDiscount;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceIssued;
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
    private final CreditPolicies policies;
    private final DocumentNumbers numbers;
    private final BusinessDays days;

    IssueInvoiceHandler(Streams<Invoice> invoices, Accounts accounts, AccountTerms accountTerms,
            CreditPolicies policies, DocumentNumbers numbers, BusinessDays days) {
        this.invoices = invoices;
        this.accounts = accounts;
        this.accountTerms = accountTerms;
        this.policies = policies;
        this.numbers = numbers;
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
        var policy = policies.at(account.legalEntity(), command.effectiveDate());
        var agreed = agreed(command, policy);
        var instalments = instalments(command, agreed, policy);
        InstalmentsMustAddUp.check(command.total(), instalments, command.issueDate());
        var discount = command.discount() != null ? command.discount() : discountOf(command, agreed);
        // What another ledger issued was not decided here.
        var maximum = command.opening() == null ? policy.terms().legalMaximum() : null;
        var check = LegalMaximums.check(maximum, agreed, command.issueDate(), instalments);
        LegalMaximums.refuseBeyond(maximum, check, duePointer(command));
        boolean saysAll = command.datesGiven() && policy.version() == null
                && (command.discount() != null || discount == null);
        return new InvoiceIssued(command.invoiceId(), command.accountId(), account.legalEntity(),
                command.invoiceNumber(),
                command.receivableClass() == null ? account.receivableClass() : command.receivableClass(),
                command.issueDate(), command.supplyDate(), command.total(), command.lines(), instalments, discount,
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

    private static List<Instalment> instalments(IssueInvoice command, PaymentTerms agreed, PolicyInForce policy) {
        if (command.instalments() != null) {
            return command.instalments();
        }
        return command.dueDate() != null
                ? List.of(new Instalment(1, command.dueDate(), command.total()))
                : DueDates.of(agreed, command.total(),
                        new DueDates.Invoiced(command.issueDate(), command.supplyDate()), policy.terms());
    }

    private static String duePointer(IssueInvoice command) {
        return command.instalments() != null ? "/instalments" : command.dueDate() != null ? "/dueDate" : "/terms";
    }

    private static @Nullable EarlyPaymentDiscount discountOf(IssueInvoice command, PaymentTerms terms) {
        var offered = terms.discount();
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
