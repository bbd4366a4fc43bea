package io.receivables.events.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Marks a document that another ledger had recorded before. Its own dates are the old ones, so that it ages as it did; its
 * amount is what was still open at the cut-over; it counts from the cut-over, so that the book begins with the balance that
 * the old ledger ended with.
 *
 * @param cutOverDate the day from which the document is in this book
 * @param originalTotal what the document was about when it was new, for information; null when that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Opening(LocalDate cutOverDate, @Nullable Money originalTotal) {

    /** From when on a document counts: its own date unless it is an opening item. */
    public static LocalDate effectiveDate(@Nullable Opening opening, LocalDate documentDate) {
        return opening == null ? documentDate : opening.cutOverDate();
    }
}
