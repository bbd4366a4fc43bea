package io.receivables.events.account;

/** The day from which the days of payment terms run: the issue date, or the day on which goods or services were supplied. */
public enum TermsStart {
    ISSUE,
    SUPPLY
}
