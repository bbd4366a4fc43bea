package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How early-payment discounts are earned.
 *
 * @param mode null: PRO_RATA
 * @param graceDays days after the promised date on which the discount is still granted; null: none
 * @param dateBasis which day of a payment counts; null: VALUE_DATE
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscountRules(@Nullable Mode mode, @Nullable Integer graceDays, @Nullable DateBasis dateBasis) {

    /** For each part that is paid in time, or only once all of it is. */
    public enum Mode {
        PRO_RATA,
        ALL_OR_NOTHING
    }

    /** The day from which the bank counts the money (the day of receipt where none is given), or the day of receipt. */
    public enum DateBasis {
        VALUE_DATE,
        RECEIVED_DATE
    }
}
