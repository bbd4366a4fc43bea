package io.receivables.command.policy.simulate;

import io.receivables.command.duedate.DueDates;
import io.receivables.command.duedate.LegalMaximums;
import io.receivables.command.duedate.TermsTemplates;
import io.receivables.command.policy.PolicyInForce;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Issues a recorded invoice again, under another policy: due dates, discount, legal maximum. */
final class SimulatedInvoice {

    private SimulatedInvoice() {}

    static List<Difference> of(InvoiceIssued issued, PolicyInForce policy) {
        try {
            return issuedAgain(issued, policy);
        } catch (Refusal refusal) {
            return List.of(new Difference("refusal", null, refusal.code() + ": " + refusal.getMessage()));
        }
    }

    private static List<Difference> issuedAgain(InvoiceIssued issued, PolicyInForce policy) {
        var recorded = issued.terms();
        // Where nothing was recorded, the request named the due dates, and no "end of month" was agreed.
        var agreed = recorded == null ? PaymentTerms.net(0) : recorded.agreed();
        boolean datesGiven = recorded == null || recorded.datesGiven();
        var terms = datesGiven ? agreed : TermsTemplates.resolve(agreed, policy);
        var instalments = datesGiven ? issued.instalments() : dueUnder(terms, issued, policy);
        var maximum = policy.terms().legalMaximum();
        var check = LegalMaximums.check(maximum, terms, issued.issueDate(), instalments);
        LegalMaximums.refuseBeyond(maximum, check, datesGiven ? "/instalments" : "/terms");

        var differences = new ArrayList<Difference>();
        differ(differences, "instalments", issued.instalments(), instalments);
        differ(differences, "discountTerms", agreed.discount(), terms.discount());
        differ(differences, "legalMaximum", recorded == null ? null : recorded.legalMaximum(), check);
        return List.copyOf(differences);
    }

    private static List<Instalment> dueUnder(PaymentTerms terms, InvoiceIssued issued, PolicyInForce policy) {
        return DueDates.of(terms, issued.total(), new DueDates.Invoiced(issued.issueDate(), issued.supplyDate()),
                policy.terms());
    }

    private static void differ(List<Difference> differences, String field, @Nullable Object recorded,
            @Nullable Object simulated) {
        if (!Objects.equals(recorded, simulated)) {
            differences.add(new Difference(field, recorded, simulated));
        }
    }
}
