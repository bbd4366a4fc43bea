package io.receivables.query.ledger;

import io.receivables.events.allocation.CreditSource;

/** What kind of document a row belongs to. */
public enum DocumentType {
    INVOICE,
    PAYMENT,
    CREDIT_NOTE;

    static DocumentType of(CreditSource source) {
        return switch (source.kind()) {
            case PAYMENT -> PAYMENT;
            case CREDIT_NOTE -> CREDIT_NOTE;
        };
    }
}
