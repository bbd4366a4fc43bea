package io.receivables.events.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
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
 * @param invoiceId the invoice that would be written off; null for everything else
 * @param source the payment or credit note that would be given up or paid back; null for everything else
 * @param amount null for a credit without limit
 * @param effectiveDate the day on which it was tried
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalRefused(AccountId accountId, LegalEntityId legalEntity, ApprovalSubject subject,
        String approvalId, @Nullable InvoiceId invoiceId, @Nullable CreditSource source, @Nullable Money amount,
        String requestedBy, String attemptedBy, Rule rule, LocalDate effectiveDate) implements ApprovalEvent {

    /** Why it was refused; named as the refusal is coded. */
    public enum Rule {
        APPROVER_IS_REQUESTER,
        APPROVER_HAS_APPROVED,
        APPROVER_LACKS_AUTHORITY
    }
}
