package io.receivables.query.page;

import io.receivables.events.opening.Opening;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment or credit note as its page shows it.
 *
 * @param kind {@code payment} or {@code creditNote}
 * @param title its number or reference, or else its id
 * @param accountId null while nobody knows who paid
 * @param cancelled whether it was reversed or cancelled
 */
record CreditSheet(String kind, String id, String title, @Nullable String accountId, @Nullable String accountLink,
        String legalEntity, String currency, LocalDate date, @Nullable Opening opening, String about, boolean cancelled,
        Cut cut, Amount amount,
        Amount allocated, Amount unallocated, Amount refundPending, Amount refunded,
        Amount writeOffPending, Amount writtenOff, Amount transferred, List<UseLine> uses,
        List<RefundLine> refunds, List<FactLine> facts) {

    /**
     * What it settled.
     *
     * @param invoiceId null for a late charge
     * @param chargeId null for an invoice
     * @param rule the rule that chose it, or {@code REQUEST} when somebody named it
     * @param ruleReason why, in a sentence; empty when somebody named it
     */
    record UseLine(String allocationId, @Nullable String invoiceId, @Nullable String chargeId, @Nullable String link,
            String instalments, Amount amount, Amount discount, LocalDate effectiveDate,
            @Nullable LocalDate reversedDate, String rule, String ruleReason) {}

    record RefundLine(String id, Amount amount, String status, String reason, String requestedBy,
            @Nullable String decidedBy, LocalDate date) {}
}
