package io.receivables.query.ledger;

import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;

/** What kind of document a row belongs to. */
public enum DocumentType {
    INVOICE,
    PAYMENT,
    CREDIT_NOTE,
    /** A late charge. */
    CHARGE;

    static DocumentType of(AllocationTarget target) {
        return switch (target) {
            case AllocationTarget.Invoice _ -> INVOICE;
            case AllocationTarget.Charge _ -> CHARGE;
        };
    }

    static DocumentType of(CreditSource source) {
        return switch (source.kind()) {
            case PAYMENT -> PAYMENT;
            case CREDIT_NOTE -> CREDIT_NOTE;
        };
    }
}
