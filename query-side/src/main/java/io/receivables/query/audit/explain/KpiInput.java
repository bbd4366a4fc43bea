package io.receivables.query.audit.explain;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.ledger.BookCut;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An amount that key figures are worked out from and that is a sum of movements, by its name in their answer. */
enum KpiInput {
    RECEIVABLES_BEGIN("receivablesBegin", "m.document_type in ('INVOICE', 'CHARGE') and m.effective_date < :from",
            false),
    RECEIVABLES_END("receivablesEnd", "m.document_type in ('INVOICE', 'CHARGE')", false),
    NOT_DUE_END("notDueEnd", "m.document_type in ('INVOICE', 'CHARGE') and m.due_date >= :asAt", false),
    UNAPPLIED_END("unappliedEnd", "m.due_date is null", true),
    INVOICED("invoiced", "m.document_type = 'INVOICE' and m.kind = 'ISSUED' and m.effective_date >= :from", false),
    CANCELLED("cancelled", "m.document_type = 'INVOICE' and m.kind = 'CANCELLED' and m.effective_date >= :from", true),
    CREDIT_NOTES("creditNotes",
            "m.document_type = 'CREDIT_NOTE' and m.kind in ('ISSUED', 'CANCELLED') and m.effective_date >= :from",
            true),
    NET_SALES("netSales", "m.document_type in ('INVOICE', 'CREDIT_NOTE') and m.kind in ('ISSUED', 'CANCELLED')"
            + " and m.effective_date >= :from", false),
    TAKEN_OVER("takenOver", "m.document_type = 'INVOICE' and m.kind = 'OPENING' and m.effective_date >= :from", false),
    RECLASSIFIED("reclassified",
            "m.document_type = 'INVOICE' and m.kind = 'RECLASSIFIED' and m.effective_date >= :from", false),
    /** The sales of invoices that changed their class since, whatever it was then; once more for each change. */
    RECLASSIFIED_SALES("reclassifiedSales", "m.document_type = 'INVOICE' and m.kind in ('ISSUED', 'CANCELLED')"
            + " and m.ordinal < 1000000 and m.effective_date >= :from and " + KpiInput.CHANGES + " <> 0", false) {

        @Override
        String amount() {
            return "m.amount * " + CHANGES;
        }

        @Override
        boolean isOfClass() {
            return false;
        }
    },
    SOLD_TO_FACTORS("soldToFactors",
            "m.document_type = 'INVOICE' and m.kind = 'FACTORED' and m.effective_date >= :from", true),
    LATE_CHARGES("lateCharges", "m.document_type = 'CHARGE' and m.kind = 'CHARGED' and m.effective_date >= :from",
            false),
    WRITTEN_OFF("writtenOff", "m.document_type = 'INVOICE' and m.kind = 'WRITE_OFF' and m.effective_date >= :from",
            true),
    SETTLED("settled", "m.document_type = 'INVOICE' and m.paid_date between :from and :asAt", true),
    SETTLED_ON_TIME("settledOnTime",
            "m.document_type = 'INVOICE' and m.paid_date between :from and :asAt and m.paid_date <= m.due_date", true);

    /** How often the invoice of a movement came to the class after it, less how often it left it; none over all classes. */
    private static final String CHANGES = """
            (select coalesce(sum(case c.to_class when :class::text then 1 else -1 end), 0)
               from ledger.reclassification c
              where c.invoice_id = m.document_id and :class::text in (c.from_class, c.to_class)
                and c.effective_date <= :asAt and c.position <= :known and m.effective_date < c.effective_date)""";

    private final String word;
    private final String condition;
    private final boolean negated;

    KpiInput(String word, String condition, boolean negated) {
        this.word = word;
        this.condition = condition;
        this.negated = negated;
    }

    static Optional<KpiInput> find(String word) {
        return Stream.of(values()).filter(input -> input.word.equals(word)).findFirst();
    }

    static KpiInput of(String word) {
        return find(word).orElseThrow(() -> new Refusal(ProblemCode.PARAMETER_INVALID, "input " + word + " is none of "
                + Stream.of(values()).map(input -> input.word).collect(Collectors.joining(", "))));
    }

    String word() {
        return word;
    }

    /** What a movement by the name of {@code m} adds to it: some are shown with the other sign than their movements have. */
    String amount() {
        return negated ? "-m.amount" : "m.amount";
    }

    /** Whether its movements are those of the class that is asked for. */
    boolean isOfClass() {
        return true;
    }

    /** Of movements by the name of {@code m}; the period begins at the parameter {@code from} and ends at the cut. */
    String condition(BookCut cut) {
        return condition + " and m.effective_date <= :asAt and m.position <= :known and m.account_id is not null"
                + (cut.accountId() == null
                        ? " and m.legal_entity = :entity"
                        : " and m.account_id = :account")
                + " and m.currency = :currency"
                + (cut.receivableClass() == null || !isOfClass() ? "" : " and m.receivable_class = :class");
    }
}
