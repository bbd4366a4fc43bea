package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How late the law lets an invoice fall due. A due date is lawful when one of the limits that apply allows it.
 *
 * @param mode null is REPORT
 * @param source where the rule is written: "Code de commerce, article L441-10 I"
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegalMaximum(List<DueDateLimit> limits, @Nullable Mode mode, String source) {

    /** What becomes of an invoice beyond the maximum: it is issued and reported, or refused. */
    public enum Mode {
        REPORT,
        REFUSE
    }
}
