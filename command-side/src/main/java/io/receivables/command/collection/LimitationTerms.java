package io.receivables.command.collection;

import io.receivables.command.account.Accounts;
import io.receivables.command.account.DebtorClasses;
import io.receivables.command.policy.CreditPolicies;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.policy.LimitationTerm;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long a claim can be brought to court, by the credit policy and the class of the debtor. */
@Component
public class LimitationTerms {

    private final CreditPolicies policies;
    private final Accounts accounts;
    private final DebtorClasses classes;

    LimitationTerms(CreditPolicies policies, Accounts accounts, DebtorClasses classes) {
        this.policies = policies;
        this.accounts = accounts;
        this.classes = classes;
    }

    /** Empty where no policy says how long. */
    public Optional<LimitationTerm> of(InvoiceIssued invoice, LocalDate date) {
        var debtorClass = classes.of(accounts.require(invoice.accountId()));
        return policies.at(invoice.legalEntity(), date).collections().limitationOf(debtorClass);
    }
}
