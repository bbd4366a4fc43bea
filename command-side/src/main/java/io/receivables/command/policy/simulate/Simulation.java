package io.receivables.command.policy.simulate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another policy would have decided.
 *
 * @param policyVersion the stored version that judged; absent where the policy came with the request
 * @param examined how many decisions of the span were judged to find these
 * @param dunning what the letters among them add up to
 * @param position up to which the event store was read
 * @param nextCursor goes on behind it; absent at the end of the store
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Simulation(boolean simulation, LegalEntityId legalEntity, @Nullable Integer policyVersion, LocalDate from,
        LocalDate to, int examined, List<SimulatedDecision> items, SimulatedDunning dunning, long position,
        @Nullable String nextCursor) {}
