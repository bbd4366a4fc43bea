package io.receivables.events.account;

/** Why an account is on hold. */
public enum HoldReason {
    /** A person stopped it. */
    MANUAL,
    /** More counts against the limit than it allows. */
    OVER_LIMIT,
    /** More counts against the limit of its group than that allows. */
    OVER_GROUP_LIMIT,
    /** The oldest open item is past due for longer than the policy bears. */
    OVERDUE,
    /** An open item was reminded of at a level that the policy does not bear. */
    DUNNING_LEVEL,
    /** The customer has promised to pay and has not. */
    BROKEN_PROMISE
}
