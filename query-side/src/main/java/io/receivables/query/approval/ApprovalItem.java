package io.receivables.query.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.query.ledger.ApprovalKind;
import io.receivables.query.ledger.ApprovalStatus;
import io.receivables.query.ledger.DocumentType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A write-off or refund on its way.
 *
 * @param id of the write-off or refund
 * @param documentId of the invoice, or of the payment or credit note that is refunded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalItem(ApprovalKind kind, String id, ApprovalStatus status, String accountId, String name,
        String legalEntity, DocumentType documentType, String documentId, Money amount, String reason,
        String requestedBy, Instant requestedAt, @Nullable String approvedBy, @Nullable String rejectedBy,
        LocalDate effectiveDate) {}
