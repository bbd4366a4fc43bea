package io.receivables.command.collection;

import io.receivables.command.policy.CreditPolicies;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.policy.LimitationTerm;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How long a claim can be brought to court, by the credit policy and the class of the debtor. */
@Component
public class LimitationTerms {

    private final CreditPolicies policies;

    LimitationTerms(CreditPolicies policies) {
        this.policies = policies;
    }

    /** Empty where no policy says how long. */
    public Optional<LimitationTerm> of(InvoiceIssued invoice, LocalDate date) {
        return policies.at(invoice.legalEntity(), date).collections().limitationOf(DebtorClass.BUSINESS);
    }
}
