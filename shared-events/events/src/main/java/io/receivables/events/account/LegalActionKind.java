package io.receivables.events.account;

/** What was asked of a court, or done by its officer. */
public enum LegalActionKind {
    /** An order to pay without hearing (injonction de payer). */
    INJUNCTION,
    /** The customer is called before the court (assignation). */
    SUMMONS,
    /** A payment on account in urgent proceedings (référé-provision). */
    INTERIM_ORDER,
    /** A judgment that exists already. */
    JUDGMENT,
    /** A bailiff enforces a title. */
    ENFORCEMENT,
    OTHER
}
