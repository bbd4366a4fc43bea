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
 * Something on its way that a second person decides.
 *
 * @param documentType null when it is about the account itself
 * @param documentId of the invoice that is written off, or of the payment or credit note that is refunded
 * @param amount null where it would have no limit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalItem(ApprovalKind kind, String id, ApprovalStatus status, String accountId, String name,
        String legalEntity, @Nullable DocumentType documentType, @Nullable String documentId, @Nullable Money amount,
        String reason, String requestedBy, Instant requestedAt, @Nullable String approvedBy,
        @Nullable String rejectedBy, LocalDate effectiveDate) {}
