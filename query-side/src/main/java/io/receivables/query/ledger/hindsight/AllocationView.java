package io.receivables.query.ledger.hindsight;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From when on an allocation counts. What a customer owes in all is the same in both; the buckets differ. */
public enum AllocationView {
    /** From its own effective date; before, the cash is unapplied and the claim open. */
    DECIDED,
    /** Its cash or credit from the earliest day from which on the claim and the money both had room for it. */
    HINDSIGHT;

    /** As the API writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal VIEW_UNKNOWN */
    public static AllocationView of(@Nullable String word) {
        return switch (word) {
            case null -> DECIDED;
            case "decided" -> DECIDED;
            case "hindsight" -> HINDSIGHT;
            default -> throw new Refusal(ProblemCode.VIEW_UNKNOWN, "view " + word
                    + " is neither decided, where an allocation counts from the date of its decision, nor hindsight");
        };
    }
}
