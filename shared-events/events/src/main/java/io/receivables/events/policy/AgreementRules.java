package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What disputes, promises and payment plans are held to.
 *
 * @param promiseGraceDays days after the promised date on which money still keeps the promise; null: 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementRules(@Nullable Integer promiseGraceDays) {

    /** Where no policy says otherwise. */
    public static final AgreementRules DEFAULT = new AgreementRules(null);
}
