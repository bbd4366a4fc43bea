package io.receivables.query.ledger;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.invoice.LimitationInterruptionKind;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
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

    /** An invoice falls due later than the law allows. */
    record OverLegalMaximum(String invoiceId) implements Row {}

    /**
     * A debit or a cheque: it may still come back.
     *
     * @param accountId null while nobody knows who paid
     * @param countedFrom the value date, else the day of receipt
     */
    record ReturnablePayment(String paymentId, @Nullable String accountId, LocalDate countedFrom) implements Row {}

    /** It became known whose payment it is. */
    record Identification(String paymentId, String accountId) implements Row {}

    /** Which invoice a late charge is for. */
    record LateCharge(String chargeId, @Nullable String invoiceId, ChargeKind kind, String accountId) implements Row {}

    /** An invoice is of another class from a date on. */
    record Reclassification(String invoiceId, ReceivableClass from, ReceivableClass to) implements Row {}

    /** The accounts of a legal entity were gone through. */
    record DunningRun(String runId, String legalEntity) implements Row {}

    /** A customer was reminded. */
    record DunningLetter(String letterId, String runId, String accountId, String legalEntity, int level,
            Money amountDue, Money fee) implements Row {}

    /** An instalment came to a level. */
    record DunningItem(String letterId, String accountId, String invoiceId, int instalment,
            int level) implements Row {}

    /**
     * A signed amount of one item; above zero the account owes more.
     *
     * @param paidBy the payment or credit note behind CASH or CREDIT on a claim; null for every other kind
     * @param paidDate the day on which the debtor has paid somebody else; null for every kind but PAID_TO_FACTOR
     */
    record Movement(@Nullable String accountId, String legalEntity, DocumentType type, String id, int instalment,
            MovementKind kind, @Nullable String reference, Money amount, @Nullable String paidBy,
            @Nullable LocalDate paidDate) implements Row {

        /** No claim is paid by it. */
        Movement(@Nullable String accountId, String legalEntity, DocumentType type, String id, int instalment,
                MovementKind kind, @Nullable String reference, Money amount) {
            this(accountId, legalEntity, type, id, instalment, kind, reference, amount, null, null);
        }

        /** A claim is paid by a document of ours, whose day counts. */
        Movement(@Nullable String accountId, String legalEntity, DocumentType type, String id, int instalment,
                MovementKind kind, @Nullable String reference, Money amount, @Nullable String paidBy) {
            this(accountId, legalEntity, type, id, instalment, kind, reference, amount, paidBy, null);
        }
    }

    /** An amount that is in no balance. */
    record Memo(@Nullable String accountId, String legalEntity, DocumentType type, String id, MemoKind kind,
            String reference, Money amount) implements Row {}

    /**
     * What is said of the work on an account or an unidentified payment; the last one of each aspect holds.
     *
     * @param value the owner, or what is to be done; null when it was taken back
     * @param day until when it rests, or by when it is to be done
     * @param wakesOnNews of a rest: whether news ends it
     */
    record CaseChange(CaseSubject subject, String legalEntity, CaseAspect aspect, @Nullable String value,
            @Nullable LocalDate day, boolean wakesOnNews) implements Row {}

    enum CaseAspect {
        OWNER,
        SNOOZE,
        NEXT_ACTION
    }

    /**
     * A step of something that a second person decides; without document it is about the account or group itself.
     *
     * @param accountId null for the limit of a credit group
     * @param creditGroupId whose limit it is; else null
     */
    record ApprovalStep(ApprovalKind kind, String approvalId, ApprovalStatus status, @Nullable DocumentType type,
            @Nullable String id, @Nullable String accountId, String legalEntity,
            @Nullable String creditGroupId) implements Row {

        ApprovalStep(ApprovalKind kind, String approvalId, ApprovalStatus status, @Nullable DocumentType type,
                @Nullable String id, String accountId, String legalEntity) {
            this(kind, approvalId, status, type, id, accountId, legalEntity, null);
        }
    }

    /**
     * A step of a dispute, promise or payment plan.
     *
     * @param invoiceId of a dispute; else null
     * @param amount disputed or promised; null where the step does not say
     * @param due by when a dispute is to be answered, or money keeps a promise; null where the step does not say
     * @param owner who answers a dispute; null where nobody is named
     */
    record AgreementStep(AgreementKind kind, String agreementId, String status, String accountId, String legalEntity,
            @Nullable String invoiceId, @Nullable Money amount, @Nullable LocalDate due,
            @Nullable String owner) implements Row {}

    /**
     * An amount of receivables that are with a factor, or of what we owe it.
     *
     * @param item null for what is about the assignment as a whole
     */
    record FactoringEntry(String factoringId, String factor, String accountId, String legalEntity,
            boolean derecognised, FactoringEntryKind kind, @Nullable String documentId, @Nullable Integer instalment,
            Money amount, @Nullable Percentage guaranteeFund) implements Row {}

    /** Why the amount of an assignment moved. */
    enum FactoringEntryKind {
        ASSIGNED,
        BOUGHT_BACK,
        /** The debtor has paid the factor. */
        SETTLED,
        /** The debtor has paid us. */
        COLLECTED,
        /** We owe it to the factor. */
        OWED,
        PAID_OVER
    }

    /**
     * A step of what is done to collect beyond reminders.
     *
     * @param step 1 where it begins, -1 where it ends
     */
    record Escalation(String accountId, String legalEntity, EscalationKind kind, String escalationId,
            @Nullable String documentId, @Nullable Integer instalment, int step) implements Row {}

    enum EscalationKind {
        FINAL_NOTICE,
        AGENCY,
        LEGAL_ACTION,
        INSOLVENCY
    }

    /**
     * The limitation of an instalment starts anew.
     *
     * @param kind null where it is voided
     * @param step 1, or -1 where it is voided
     */
    record LimitationInterruption(String accountId, String legalEntity, String invoiceId, int instalment,
            String interruptionId, @Nullable LimitationInterruptionKind kind, int step) implements Row {}

    /** Amounts worth knowing but in no balance: set aside, recovered after a write-off, doubtful. */
    enum MemoKind {
        REFUND_PENDING,
        RECOVERED,
        CREDIT_WRITE_OFF_PENDING,
        /** Marked; what is shown is never more than what is open. */
        DOUBTFUL,
        /** Contested; what is shown is never more than what is open. */
        DISPUTED,
        /** Value added tax that write-offs took back, less what recoveries made due again. */
        TAX_RELIEVED
    }
}
