package io.receivables.query.audit.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.query.ledger.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure and what it is made of. What is settled at the date adds nothing and is left out.
 *
 * @param accountId null for an invoice
 * @param invoiceId null for an account
 * @param bucket the name of the figure
 * @param movements add up to the figure, in the order in which they were recorded
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Explanation(@Nullable String accountId, @Nullable String invoiceId, String bucket, LocalDate asAt,
        Known asKnown, String view, Money figure, List<Line> movements) {

    /**
     * A part of the figure.
     *
     * @param ordinal which of the movements of its fact it is, from 0
     * @param kind why it moved
     * @param amount what it adds to the figure
     * @param reference of an allocation, write-off or refund; null for none
     * @param type of the event that moved it
     * @param policyVersion the version of the credit policy that it was decided by; null where none had a say
     * @param bankEntryId the line of the bank statement that it came with; null for none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Line(long position, int ordinal, String kind, Money amount, LocalDate effectiveDate,
            Instant recordedAt,
            String type, String documentType, String documentId, int instalment, @Nullable LocalDate dueDate,
            @Nullable String reference, @Nullable String commandId, @Nullable String who, @Nullable String why,
            @Nullable Integer policyVersion, @Nullable String bankEntryId) {}
}
