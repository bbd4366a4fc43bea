package io.receivables.command.policy.simulate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision that the simulated policy would have made otherwise.
 *
 * @param position where the recorded decision stands in the event store
 * @param recordedVersion the version that judged it; absent where none was valid
 * @param simulatedVersion absent where the policy came with the request
 * @param outcome of a letter; absent for other decisions
 * @param simulation always true: nothing here is a fact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SimulatedDecision(Kind decision, String id, AccountId accountId, LocalDate effectiveDate, long position,
        @Nullable Integer recordedVersion, @Nullable Integer simulatedVersion, @Nullable Outcome outcome,
        List<Difference> differences, boolean simulation) {

    /** What was decided. */
    enum Kind {
        INVOICE,
        WRITE_OFF,
        REFUND,
        DUNNING_LETTER
    }

    /** What becomes of a letter under the simulated policy. */
    enum Outcome {
        UNCHANGED,
        /** It says something else: another level, amount, fee. */
        CHANGED,
        /** It is not sent. */
        DROPPED,
        /** What is recorded of it does not tell. */
        UNDECIDED
    }
}
