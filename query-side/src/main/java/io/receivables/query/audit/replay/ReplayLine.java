package io.receivables.query.audit.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.query.audit.EventLine;
import org.jspecify.annotations.Nullable;

/**
 * A fact, and the figures at one business date without and with it.
 *
 * @param policyVersion the version of the credit policy that the fact was decided by; null where none had a say
 * @param before the {@code after} of the line before it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReplayLine<S>(EventLine event, @Nullable Integer policyVersion, S before, S after) {}
