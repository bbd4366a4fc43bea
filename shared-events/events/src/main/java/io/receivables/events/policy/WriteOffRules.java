package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write-off needs besides its approval.
 *
 * @param reasons those that are accepted; null: any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WriteOffRules(@Nullable List<String> reasons) {}
