package io.receivables.events.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to approve what the rules do not let them approve. Nothing was approved and nothing has moved; that it was
 * tried is kept, for it is what an internal control is there to show.
 *
 * @param accountId null for the limit of a credit group, which is of no account alone
 * @param invoiceId the invoice that would be written off; null for everything else
 * @param source the payment or credit note that would be given up or paid back; null for everything else
 * @param amount null for a credit without limit
 * @param effectiveDate the day on which it was tried
 * @param creditGroupId the group whose limit would rise; null for everything else
 * @param idempotencyKey of the request that was refused, so that the same one sent again is no other attempt; null where nobody
 *        noted it: then each is an attempt of its own
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalRefused(@Nullable AccountId accountId, LegalEntityId legalEntity, ApprovalSubject subject,
        String approvalId, @Nullable InvoiceId invoiceId, @Nullable CreditSource source, @Nullable Money amount,
        String requestedBy, String attemptedBy, Rule rule, LocalDate effectiveDate,
        @Nullable CreditGroupId creditGroupId, @Nullable String idempotencyKey) implements ApprovalEvent {

    /** About one account, of a request that nobody noted. */
    public ApprovalRefused(@Nullable AccountId accountId, LegalEntityId legalEntity, ApprovalSubject subject,
            String approvalId, @Nullable InvoiceId invoiceId, @Nullable CreditSource source, @Nullable Money amount,
            String requestedBy, String attemptedBy, Rule rule, LocalDate effectiveDate) {
        this(accountId, legalEntity, subject, approvalId, invoiceId, source, amount, requestedBy, attemptedBy, rule,
                effectiveDate, null, null);
    }

    /** Why it was refused; named as the refusal is coded. */
    public enum Rule {
        APPROVER_IS_REQUESTER,
        APPROVER_HAS_APPROVED,
        APPROVER_LACKS_AUTHORITY
    }

    /** As it was tried by the request with this key. */
    public ApprovalRefused by(String key) {
        return new ApprovalRefused(accountId, legalEntity, subject, approvalId, invoiceId, source, amount, requestedBy,
                attemptedBy, rule, effectiveDate, creditGroupId, key);
    }
}
