package io.receivables.events.allocation;

import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.payment.PaymentId;

/** The document whose money settles an invoice or is refunded. */
public record CreditSource(Kind kind, String id) {

    /** Cash received, or a credit granted. */
    public enum Kind {
        PAYMENT,
        CREDIT_NOTE
    }

    public static CreditSource of(PaymentId id) {
        return new CreditSource(Kind.PAYMENT, id.value());
    }

    public static CreditSource of(CreditNoteId id) {
        return new CreditSource(Kind.CREDIT_NOTE, id.value());
    }
}
