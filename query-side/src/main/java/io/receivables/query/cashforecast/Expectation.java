package io.receivables.query.cashforecast;

import io.receivables.query.cashforecast.Habits.Basis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a part of an open claim is expected.
 *
 * @param date null where no day can be told
 * @param amount in minor units
 */
record Expectation(@Nullable LocalDate date, Why why, Basis basis, long amount) {

    /** Why a day can be told, or not. */
    enum Why {
        EXPECTED,
        /** The day on which it should have come has passed: the customer's habit says nothing more. */
        PAST_EXPECTED,
        DOUBTFUL
    }
}
