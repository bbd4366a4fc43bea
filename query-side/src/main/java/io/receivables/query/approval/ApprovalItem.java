package io.receivables.query.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.platform.resource.ApprovalProgress;
import io.receivables.query.approval.ApprovalSteps.Found;
import io.receivables.query.ledger.ApprovalKind;
import io.receivables.query.ledger.ApprovalStatus;
import io.receivables.query.ledger.DocumentType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something on its way that others decide: a write-off, a refund, a credit to be kept, a credit limit or what may exceed it.
 *
 * @param accountId null for the limit of a credit group; so is its name
 * @param documentType null when it is about the account or group itself
 * @param documentId of the invoice that is written off, or of the payment or credit note
 * @param amount null where it would have no limit
 * @param creditGroupId whose limit it is; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalItem(ApprovalKind kind, String id, ApprovalStatus status, @Nullable String accountId,
        @Nullable String name, String legalEntity, @Nullable DocumentType documentType, @Nullable String documentId,
        @Nullable Money amount,
        String reason, String requestedBy, Instant requestedAt, @Nullable ApprovalProgress approval,
        @Nullable String approvedBy, @Nullable String rejectedBy, LocalDate effectiveDate,
        @Nullable String creditGroupId) {

    static ApprovalItem of(Found found, @Nullable String name, @Nullable Money amount, String reason,
            String requestedBy,
            @Nullable ApprovalProgress approval, @Nullable String approvedBy, @Nullable String rejectedBy,
            LocalDate effectiveDate) {
        return new ApprovalItem(found.kind(), found.id(), found.status(), found.accountId(), name, found.legalEntity(),
                found.type(), found.documentId(), amount, reason, requestedBy, found.requestedAt(), approval,
                approvedBy, rejectedBy, effectiveDate, found.creditGroupId());
    }
}
