package io.receivables.query.allowance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.policy.RiskClass;
import io.receivables.query.ledger.Known;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expected credit loss (IFRS 9, simplified approach): a matrix of loss rates by bucket, and what is doubtful apart from
 * it. Amounts are decimal texts in one currency, rates are percentages.
 *
 * @param policyVersion of the credit policy that the rules are taken from; absent where none is valid
 * @param allowance of all matrices and of what is doubtful; null where a rate is not known
 * @param reason why there is no allowance: a stable code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Allowance(String legalEntity, LocalDate asAt, Known asKnown, String currency,
        @Nullable String receivableClass, String segmentBy, List<Integer> edges, @Nullable Integer policyVersion,
        @Nullable String source, String forwardLookingPercent, @Nullable String allowance, @Nullable String reason,
        List<Matrix> matrices, Specific doubtful, Control control, @Nullable Movement movement) {

    /** Where rates come from. */
    public enum RatesFrom {
        POLICY,
        OWN_HISTORY
    }

    /**
     * The part of the book that has the same rates.
     *
     * @param policySegment the number, from 1, of the policy's segment that gives the rates
     * @param history absent where rates are given
     */
    public record Matrix(@Nullable ReceivableClass receivableClass, @Nullable RiskClass riskClass,
            RatesFrom ratesFrom, @Nullable Integer policySegment, List<Band> bands, String base,
            @Nullable String allowance, @Nullable History history) {}

    /**
     * A bucket.
     *
     * @param gross what is open of it, in the aged balance too; doubtful parts are apart
     * @param tax the tax of the invoices in it
     * @param secured insured or secured, of what is left
     * @param base gross less tax and secured: what can be lost
     * @param rate before the look ahead, in percent; null where it is not known
     * @param appliedRate after it, at most 100
     * @param allowance base times applied rate, rounded half up
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Band(String band, String gross, String tax, String secured, String base, @Nullable String rate,
            @Nullable String appliedRate, @Nullable String allowance) {}

    /**
     * How the books' own rates came about: the rate of a bucket is the product of the migrations from it to the last one, and
     * of the loss.
     *
     * @param from the end of the month with which it begins
     * @param lastBucketLossPercent where the policy gives it
     */
    public record History(LocalDate from, LocalDate to, int months, @Nullable ReceivableClass receivableClass,
            String formula, @Nullable String lastBucketLossPercent, List<Migration> migrations) {}

    /** @param rate moved / base in percent; null where nothing was seen */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Migration(String from, String to, String base, String moved, @Nullable String rate) {}

    /** What is doubtful, out of the matrices. */
    public record Specific(String gross, String tax, String secured, String base, String percent, String allowance) {}

    /**
     * @param gross of all matrices and of what is doubtful
     * @param agedBalance not due and buckets of the aged balance, from sums that are kept apart
     * @param ties whether they are equal
     */
    public record Control(String gross, String agedBalance, boolean ties) {}

    /**
     * How the allowance moved: opening less used plus charge is closing.
     *
     * @param used written off since then, without tax, less what was taken back
     * @param charge what goes to the income statement; null where one of the two allowances is not known
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Movement(LocalDate since, @Nullable String opening, String used, @Nullable String charge,
            @Nullable String closing) {}
}
