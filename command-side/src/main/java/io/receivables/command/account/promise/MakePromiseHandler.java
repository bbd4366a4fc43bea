package io.receivables.command.account.promise;

import io.receivables.command.account.CustomerAccount;
import io.receivables.command.agreement.Agreements;
import io.receivables.command.document.DocumentParts;
import io.receivables.command.edge.Reply;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.command.stream.Amounts;
import io.receivables.command.stream.BusinessDays;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class MakePromiseHandler {

    private final Streams<CustomerAccount> accounts;
    private final Streams<Invoice> invoices;
    private final CreditPolicies policies;
    private final DocumentParts parts;
    private final Agreements agreements;
    private final BusinessDays days;

    MakePromiseHandler(Streams<CustomerAccount> accounts, Streams<Invoice> invoices, CreditPolicies policies,
            DocumentParts parts, Agreements agreements, BusinessDays days) {
        this.accounts = accounts;
        this.invoices = invoices;
        this.policies = policies;
        this.parts = parts;
        this.agreements = agreements;
        this.days = days;
    }

    @CommandHandler
    Reply handle(MakePromise command) {
        var claim = command.claim();
        var account = accounts.load(command.accountId());
        var entity = account.ask(CustomerAccount::legalEntity);
        requireOwnInvoices(command);
        if (parts.isTaken(DocumentParts.Kind.PROMISE, claim.promiseId())) {
            throw new Refusal(ProblemCode.PROMISE_ALREADY_EXISTS, "promise " + claim.promiseId() + " already exists");
        }
        var policy = policies.at(entity, claim.effectiveDate());
        account.decide(it -> it.promise(claim, policy.agreements().promiseGrace(), policy.version()));
        parts.add(DocumentParts.Kind.PROMISE, claim.promiseId(), entity, StreamType.ACCOUNT, command.accountId());
        agreements.keep(account);
        var today = days.today(entity);
        return Reply.created(account.show((it, version) -> it.promiseResource(claim.promiseId(), today, version)),
                "/v1/promises/" + claim.promiseId());
    }

    private void requireOwnInvoices(MakePromise command) {
        var named = command.claim().invoices();
        for (int i = 0; i < named.size(); i++) {
            var owner = invoices.load(named.get(i)).ask(Invoice::accountId);
            if (!owner.equals(command.accountId())) {
                throw Amounts.refusal(ProblemCode.ACCOUNT_MISMATCH, "/invoiceIds/" + i, "invoice " + named.get(i)
                        + " is of account " + owner + ", not " + command.accountId());
            }
        }
    }
}
