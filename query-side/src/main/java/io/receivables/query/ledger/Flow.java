package io.receivables.query.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What moved on a day: all movements of one kind on one type of document.
 *
 * @param amount in minor units; above zero the accounts owe more
 */
public record Flow(LocalDate date, DocumentType type, MovementKind kind, BigDecimal amount) {

    /** Whether it changes what is owed, and not only what is unapplied. */
    public boolean isOfClaim() {
        return type == DocumentType.INVOICE || type == DocumentType.CHARGE;
    }

    public boolean is(DocumentType itsType, MovementKind itsKind) {
        return type == itsType && kind == itsKind;
    }
}
