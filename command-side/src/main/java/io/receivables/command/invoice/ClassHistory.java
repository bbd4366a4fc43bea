package io.receivables.command.invoice;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.receivables.command.stream.Amounts;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceReclassified;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Of which class an invoice is, by date. Changes come in the order of their dates: one between two others would leave open
 * what the later one changed.
 */
final class ClassHistory {

    private final InvoiceIssued issued;
    private final List<InvoiceReclassified> changes = new ArrayList<>();

    ClassHistory(InvoiceIssued issued) {
        this.issued = issued;
    }

    ReceivableClass at(LocalDate date) {
        return changes.reversed()
                .stream()
                .filter(change -> !change.effectiveDate().isAfter(date))
                .map(InvoiceReclassified::to)
                .findFirst()
                .orElse(issued.receivableClass());
    }

    void change(ReceivableClass to, String reason, LocalDate date) {
        Amounts.requireNotBefore(date, issued.effectiveDate(), "the issue of invoice " + issued.invoiceId());
        if (!changes.isEmpty()) {
            Amounts.requireNotBefore(date, changes.getLast().effectiveDate(),
                    "the last change of class of invoice " + issued.invoiceId());
        }
        var from = at(date);
        if (from == to) {
            throw Amounts.refusal(ProblemCode.RECEIVABLE_CLASS_UNCHANGED, "/receivableClass",
                    "invoice " + issued.invoiceId() + " is of the class " + to + " at " + date + " already");
        }
        apply(new InvoiceReclassified(issued.invoiceId(), issued.accountId(), issued.legalEntity(), from, to, reason,
                date));
    }

    void changed(InvoiceReclassified change) {
        changes.add(change);
    }
}
