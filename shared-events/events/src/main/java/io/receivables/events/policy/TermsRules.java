package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How due dates are made.
 *
 * @param holidays days besides Saturday and Sunday on which nothing is due when terms roll to the following business day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TermsRules(@Nullable List<LocalDate> holidays) {}
