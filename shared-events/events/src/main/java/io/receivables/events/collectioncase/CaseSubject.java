package io.receivables.events.collectioncase;

import io.receivables.events.account.AccountId;
import io.receivables.events.payment.PaymentId;

/** What a collector works on: a customer account, or a payment that nobody has identified yet. */
public record CaseSubject(Kind kind, String id) {

    public enum Kind {
        ACCOUNT,
        PAYMENT
    }

    public static CaseSubject of(AccountId id) {
        return new CaseSubject(Kind.ACCOUNT, id.value());
    }

    public static CaseSubject of(PaymentId id) {
        return new CaseSubject(Kind.PAYMENT, id.value());
    }

    /** Tells the two kinds apart: {@code account/C1}. */
    @Override
    public String toString() {
        return (kind == Kind.ACCOUNT ? "account/" : "payment/") + id;
    }
}
