package io.receivables.query.ledger;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one fact adds to the books. Position and dates of the fact are added when the row is written. */
sealed interface Row {

    /** A customer account. */
    record Account(String accountId, String customerId, String legalEntity, String currency,
            ReceivableClass receivableClass) implements Row {}

    /**
     * An invoice, payment, credit note or late charge as it began.
     *
     * @param net without tax; null where the tax is not known
     */
    record Document(DocumentType type, String id, @Nullable String number, @Nullable String accountId,
            String legalEntity, LocalDate date, Money total, @Nullable Money net) implements Row {

        /** Of which no tax is known. */
        Document(DocumentType type, String id, @Nullable String number, @Nullable String accountId, String legalEntity,
                LocalDate date, Money total) {
            this(type, id, number, accountId, legalEntity, date, total, null);
        }
    }

    /**
     * What movements move: an instalment, or with number 0 the whole payment, credit note or charge.
     *
     * @param paidDate from when on it settles others: the value date of cash, else the day of receipt; the issue date of
     *        a credit note; null for a claim
     */
    record Item(DocumentType type, String id, int instalment, LocalDate documentDate, @Nullable LocalDate dueDate,
            @Nullable ReceivableClass receivableClass, @Nullable LocalDate paidDate) implements Row {

        /** A claim. */
        Item(DocumentType type, String id, int instalment, LocalDate documentDate, @Nullable LocalDate dueDate,
                @Nullable ReceivableClass receivableClass) {
            this(type, id, instalment, documentDate, dueDate, receivableClass, null);
        }
    }

    /** It became known whose payment it is. */
    record Identification(String paymentId, String accountId) implements Row {}

    /** Which invoice a late charge is for. */
    record LateCharge(String chargeId, @Nullable String invoiceId, ChargeKind kind, String accountId) implements Row {}

    /**
     * A signed amount of one item; above zero the account owes more.
     *
     * @param paidBy the payment or credit note behind CASH or CREDIT on a claim; null for every other kind
     */
    record Movement(@Nullable String accountId, String legalEntity, DocumentType type, String id, int instalment,
            MovementKind kind, @Nullable String reference, Money amount, @Nullable String paidBy) implements Row {

        /** No claim is paid by it. */
        Movement(@Nullable String accountId, String legalEntity, DocumentType type, String id, int instalment,
                MovementKind kind, @Nullable String reference, Money amount) {
            this(accountId, legalEntity, type, id, instalment, kind, reference, amount, null);
        }
    }

    /** An amount that is in no balance. */
    record Memo(@Nullable String accountId, String legalEntity, DocumentType type, String id, MemoKind kind,
            String reference, Money amount) implements Row {}

    /** A step of something that a second person decides; without document it is about the account itself. */
    record ApprovalStep(ApprovalKind kind, String approvalId, ApprovalStatus status, @Nullable DocumentType type,
            @Nullable String id, String accountId, String legalEntity) implements Row {}

    /** Amounts worth knowing but in no balance: set aside, recovered after a write-off, doubtful. */
    enum MemoKind {
        REFUND_PENDING,
        RECOVERED,
        CREDIT_WRITE_OFF_PENDING,
        /** Marked; what is shown is never more than what is open. */
        DOUBTFUL,
        /** Value added tax that write-offs took back, less what recoveries made due again. */
        TAX_RELIEVED
    }
}
