package io.receivables.command.dunning;

/** Why an item that is late is not in a letter. */
public enum NotDunnedReason {
    /** The customer contests it, or this part of it. */
    DISPUTED,
    /** The customer has promised to pay it, and the day with its grace has not passed. */
    PROMISE_OPEN,
    /** It is in a payment plan in good standing. */
    IN_PLAN,
    /** It was sold or pledged to a factor, who reminds. */
    FACTORED,
    /** The customer is under insolvency procedure: single pursuit is stopped by law. */
    INSOLVENCY,
    /** A person has blocked reminders of it, or of the whole account. */
    BLOCKED,
    /** A collection agency pursues it. */
    WITH_AGENCY,
    /** It is before a court, or a lawyer pursues it. */
    LEGAL_ACTION,
    /** What the customer has paid without naming what for, or holds as credit, covers all that is owed. */
    BALANCE_NOT_OWED,
    /** All that would be reminded of is less than the policy's minimum. */
    BELOW_MINIMUM,
    /** The next level is not reached yet: too few days past due, or too few since the reminder before. */
    NOT_YET,
    /** There is no level above the last one that it was reminded at. */
    HIGHEST_LEVEL_REACHED,
    /** The account has its letter of this run already. */
    ALREADY_IN_RUN
}
