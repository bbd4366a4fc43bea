package io.receivables.query.audit.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import io.receivables.query.audit.EventLine;
import io.receivables.query.ledger.Known;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A balance at one date, as known at two positions, and what lies between.
 *
 * @param accountId null for all accounts of the legal entity
 * @param lateFacts in the order in which they were recorded; their effects add up to the difference
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Diff(@Nullable String accountId, String legalEntity, String currency, LocalDate asAt, Known asKnown,
        Known asKnownOther, List<Integer> edges, Balance balance, List<LateFact> lateFacts) {

    /** @param difference what the other is more */
    public record Balance(Money known, Money other, Money difference) {}

    /**
     * A fact that counts at the date and was known only the one time.
     *
     * @param effect on the balance, going from the one to the other; zero for what only moves money between buckets
     */
    public record LateFact(EventLine event, Money effect, BucketEffect bucketEffect) {}

    /**
     * The effect on each column of the aged balance, by the dates of the contract or of documents, not of plans. Amounts are
     * decimal texts.
     *
     * @param unapplied above zero: more is unapplied
     * @param disputed what was marked as contested, however much of it is open
     * @param doubtful what was marked as doubtful, however much of it is open
     * @param factored what a factor may claim of what has stayed in the books, however much of it is open
     */
    public record BucketEffect(String notDue, List<String> buckets, String unapplied, String disputed,
            String doubtful, String factored) {}
}
