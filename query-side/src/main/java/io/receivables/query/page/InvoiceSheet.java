package io.receivables.query.page;

import io.receivables.platform.resource.InvoiceResource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice as its page shows it. */
record InvoiceSheet(InvoiceResource invoice, Cut cut, Amount total, Amount amountDue, Amount paid, Amount credited,
        Amount discounted, Amount writtenOff, Amount recovered, Amount disputed, Amount doubtful, Amount taxRelieved,
        List<InstalmentLine> instalments, List<GoodsLine> goods, List<SettlementLine> settlements,
        List<ChargeLine> charges, List<AgreementSheet.DisputeLine> disputes, List<WriteOffLine> writeOffs,
        List<FactLine> facts) {

    /** A line of the document itself. */
    record GoodsLine(String description, Amount net, String taxRate, Amount tax) {}

    /** @param rescheduled what moved on to instalments with later numbers; null when nothing did */
    record InstalmentLine(int no, LocalDate dueDate, Amount amount, Amount amountDue, @Nullable Amount rescheduled,
            long daysPastDue,
            Buckets.@Nullable Bucket bucket) {}

    /**
     * What a payment or credit note settled of it.
     *
     * @param kind {@code payment} or {@code creditNote}
     */
    record SettlementLine(String allocationId, String kind, String sourceId, String link, String instalments,
            Amount amount, Amount discount, LocalDate effectiveDate, @Nullable LocalDate reversedDate) {}

    /**
     * A late charge.
     *
     * @param kind INTEREST, FIXED_INDEMNITY or FEE
     * @param periods how interest came about; empty for other charges
     */
    record ChargeLine(String id, String kind, LocalDate dueDate, Amount amount, Amount amountDue,
            @Nullable Integer policyVersion, @Nullable String source, List<PeriodLine> periods) {}

    /**
     * Days in a row with one principal and one rate.
     *
     * @param disputed what was open besides the base and left out as disputed; null: nothing
     */
    record PeriodLine(int instalment, LocalDate start, LocalDate end, int days, Amount base, String percent,
            String interest, @Nullable String reference, @Nullable Amount disputed) {}

    record WriteOffLine(String id, Amount amount, String status, String reason, String requestedBy,
            @Nullable String decidedBy, LocalDate effectiveDate) {}
}
