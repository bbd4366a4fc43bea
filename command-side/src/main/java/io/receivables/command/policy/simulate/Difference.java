package io.receivables.command.policy.simulate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One respect in which the simulated policy decides otherwise.
 *
 * @param field such as {@code instalments}, {@code legalMaximum}, {@code approvalNeeded}, {@code letter} or {@code refusal}
 * @param recorded absent where the recorded decision has none
 * @param simulated absent where the simulated one has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(String field, @Nullable Object recorded, @Nullable Object simulated) {}
