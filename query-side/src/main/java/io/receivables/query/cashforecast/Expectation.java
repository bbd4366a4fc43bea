package io.receivables.query.cashforecast;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a part of an open claim is expected.
 *
 * @param date null where no day can be told
 * @param amount in minor units
 */
record Expectation(@Nullable LocalDate date, Why why, Basis basis, long amount) {

    /** On a day, or on none if it has passed: nothing says more. */
    static Expectation on(LocalDate date, Basis basis, long amount, LocalDate asAt) {
        return date.isAfter(asAt)
                ? new Expectation(date, Why.EXPECTED, basis, amount)
                : new Expectation(null, Why.PAST_EXPECTED, basis, amount);
    }

    static Expectation never(Why why, long amount) {
        return new Expectation(null, why, Basis.NONE, amount);
    }

    /** Why a day can be told, or not. */
    enum Why {
        EXPECTED,
        /** The day on which it should have come has passed. */
        PAST_EXPECTED,
        DISPUTED,
        DOUBTFUL
    }

    /** What an expectation follows. */
    enum Basis {
        /** A promise or a payment plan. */
        AGREED,
        ACCOUNT,
        ENTITY,
        DUE_DATE,
        NONE
    }
}
