package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How what is overdue is pursued.
 *
 * @param limitationAlertDays days before a claim lapses from which it is shown as urgent; null: 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CollectionRules(@Nullable Integer limitationAlertDays) {

    /** Where no policy says otherwise. */
    public static final CollectionRules DEFAULT = new CollectionRules(null);
}
