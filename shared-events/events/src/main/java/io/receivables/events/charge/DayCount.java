package io.receivables.events.charge;

/** How days become a part of a year. */
public enum DayCount {
    /** Days / 365, in leap years too; French usage. */
    ACT_365,
    /** Days / 360. */
    ACT_360,
    /** Days in leap years / 366, all others / 365. */
    ACT_ACT
}
