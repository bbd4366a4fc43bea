package io.receivables.query.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is contested, promised and agreed on an account, as its page shows it.
 *
 * @param shareKept what part of the promises that were decided was kept, in percent; null while none is
 * @param labels of the buckets of {@code ageing}; empty for "not due"
 * @param ageing by the contract and by the plan; empty while no plan binds
 */
record AgreementSheet(List<DisputeLine> disputes, List<PromiseLine> promises, @Nullable String shareKept,
        List<PlanLine> plans, List<String> labels, List<AgeingLine> ageing) {

    /** @param answerLate whether the answer is, or was, late */
    record DisputeLine(String id, String invoiceId, String link, Amount amount, String category, String reason,
            @Nullable String owner, LocalDate deadline, boolean answerLate, LocalDate effectiveDate, long days,
            String status, @Nullable String outcome) {}

    /** @param cash what came for it */
    record PromiseLine(String id, Amount amount, LocalDate promisedDate, LocalDate lastDay, LocalDate effectiveDate,
            String status, LocalDate since, Amount cash) {}

    /** @param missing what was missing when it was breached; null unless it is */
    record PlanLine(String id, Amount total, String reason, String status, LocalDate since, @Nullable Amount missing,
            @Nullable Amount writtenOff, @Nullable LocalDate noticeDeadline, List<RateLine> rates) {}

    /** What is to be paid by a day. */
    record RateLine(int no, LocalDate dueDate, Amount amount) {}

    /**
     * Open items by days past due.
     *
     * @param basis {@code dueDate} or {@code plan}
     * @param slots not due, then the buckets
     */
    record AgeingLine(String basis, List<Amount> slots) {}

    boolean isEmpty() {
        return disputes.isEmpty() && promises.isEmpty() && plans.isEmpty();
    }
}
