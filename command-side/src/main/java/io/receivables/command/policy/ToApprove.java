package io.receivables.command.policy;

import io.receivables.events.account.AccountId;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.approval.ApprovalRefused;
import io.receivables.events.approval.ApprovalSubject;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What waits for somebody's word.
 *
 * @param accountId null for the limit of a credit group
 * @param invoiceId that would be written off
 * @param source that would be given up or paid back
 * @param amount null for a credit without limit
 * @param creditGroupId whose limit would rise
 */
public record ToApprove(ApprovalSubject subject, String id, @Nullable AccountId accountId,
        LegalEntityId legalEntity, @Nullable InvoiceId invoiceId, @Nullable CreditSource source,
        @Nullable Money amount, @Nullable CreditGroupId creditGroupId) {

    /** About the credit of the account itself. */
    public static ToApprove credit(ApprovalSubject subject, Object id, AccountId account, LegalEntityId entity,
            @Nullable Money amount) {
        return new ToApprove(subject, id.toString(), account, entity, null, null, amount, null);
    }

    /** About a payment or credit note. */
    public static ToApprove ofSource(ApprovalSubject subject, Object id, AccountId account, LegalEntityId entity,
            CreditSource source, Money amount) {
        return new ToApprove(subject, id.toString(), account, entity, null, source, amount, null);
    }

    /** About a write-off. */
    public static ToApprove writeOff(Object id, AccountId account, LegalEntityId entity, InvoiceId invoice,
            Money amount) {
        return new ToApprove(ApprovalSubject.WRITE_OFF, id.toString(), account, entity, invoice, null, amount,
                null);
    }

    /** About the limit of a credit group. */
    public static ToApprove groupLimit(Object id, CreditGroupId group, LegalEntityId entity, @Nullable Money amount) {
        return new ToApprove(ApprovalSubject.CREDIT_GROUP_LIMIT, id.toString(), null, entity, null, null, amount,
                group);
    }

    /** The refusal, with the fact that this approver was refused. */
    public Refusal refused(Refusal refusal, String requestedBy, String approver, LocalDate today) {
        return refusal.leaving(new ApprovalRefused(accountId, legalEntity, subject, id, invoiceId, source, amount,
                requestedBy, approver, ApprovalRefused.Rule.valueOf(refusal.code().name()), today,
                creditGroupId, null));
    }

    /** As refusals name it: "credit write-off W1 over 100.00 EUR". */
    @Override
    public String toString() {
        return subject.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("write off", "write-off") + " " + id
                + (amount == null ? "" : " over " + amount);
    }
}
