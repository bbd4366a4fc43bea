package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How due dates are made.
 *
 * @param holidays days besides Saturday and Sunday on which nothing is due when terms roll to the following business day
 * @param templates terms that accounts and invoices refer to by name; null: none
 * @param legalMaximum how late an invoice may fall due by law; null: nothing is checked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TermsRules(@Nullable List<LocalDate> holidays, @Nullable List<TermsTemplate> templates,
        @Nullable LegalMaximum legalMaximum) {

    public static final TermsRules NONE = new TermsRules(null, null, null);
}
