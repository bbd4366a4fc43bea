package io.receivables.query.agedbalance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.receivables.query.ledger.Known;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aged balance of a legal entity. Amounts are decimal texts in its one currency.
 *
 * @param edgesPolicyVersion the version of the credit policy that the edges are taken from; absent for others
 * @param unidentified cash that nobody has identified yet: in no account, so in no total here
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AgedBalance(String legalEntity, LocalDate asAt, Known asKnown, String basis, String view,
        List<Integer> edges,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer edgesPolicyVersion, String currency,
        Figures totals, String unidentified, Control control, List<Row> rows,
        @Nullable String nextCursor) {

    /**
     * Not due and buckets, less unapplied, is the balance.
     *
     * @param unapplied above zero: cash and credit that settles nothing yet
     * @param disputed the part of not due and buckets that customers contest
     * @param charges the part of not due and buckets that is late charges
     * @param doubtful the part of not due and buckets that may never be paid
     * @param factored the part of not due and buckets that a factor may claim; what was sold without recourse is in none
     */
    public record Figures(String notDue, List<String> buckets, String unapplied, String balance, String disputed,
            String charges, String doubtful, String factored) {

        Figures factored(String amount) {
            return new Figures(notDue, buckets, unapplied, balance, disputed, charges, doubtful, amount);
        }
    }

    AgedBalance with(Figures totals, List<Row> rows) {
        return new AgedBalance(legalEntity, asAt, asKnown, basis, view, edges, edgesPolicyVersion, currency, totals,
                unidentified, control, rows, nextCursor);
    }

    /**
     * @param movements the sum of all signed movements, to be equal to the balance
     * @param ties whether it is, the sums that are kept of now equal each other, and so do, of the accounts that are shown, what each owes and
     *        its open items. All accounts are compared once a minute: while one of the legal entity differs, nothing ties
     */
    public record Control(String movements, boolean ties) {}

    /** @param accountId absent where rows are customers */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(@Nullable String accountId, String customerId, String name, @JsonUnwrapped Figures figures,
            @Nullable LocalDate oldestDueDate) {}
}
