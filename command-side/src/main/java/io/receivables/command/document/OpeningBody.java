package io.receivables.command.document;

import io.receivables.command.stream.Amounts;
import io.receivables.events.money.Money;
import io.receivables.events.opening.Opening;
import io.receivables.platform.problem.ProblemCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Says of a document that it was open already when the book moved here. */
public record OpeningBody(LocalDate cutOverDate, @Nullable Money originalTotal) {

    private static final String CUT_OVER = "/opening/cutOverDate";

    /** Where the date from which a document counts stands in its body. */
    public static String datePointer(@Nullable Opening opening, String documentDate) {
        return opening == null ? documentDate : CUT_OVER;
    }

    /**
     * @param residue what is open of the document at the cut-over
     * @throws Refusal CUT_OVER_BEFORE_DOCUMENT, or ORIGINAL_TOTAL_TOO_SMALL when less was claimed than is open
     */
    public static @Nullable Opening of(@Nullable OpeningBody body, LocalDate documentDate, Money residue) {
        if (body == null) {
            return null;
        }
        if (body.cutOverDate().isBefore(documentDate)) {
            throw Amounts.refusal(ProblemCode.CUT_OVER_BEFORE_DOCUMENT, CUT_OVER, "the cut-over at "
                    + body.cutOverDate() + " is before the date of the document, " + documentDate);
        }
        if (body.originalTotal() != null) {
            Amounts.requireCurrency(residue.currency(), body.originalTotal(), "/opening/originalTotal");
            if (residue.isGreaterThan(body.originalTotal())) {
                throw Amounts.refusal(ProblemCode.ORIGINAL_TOTAL_TOO_SMALL, "/opening/originalTotal", residue
                        + " is open at the cut-over, more than the original total of " + body.originalTotal());
            }
        }
        return new Opening(body.cutOverDate(), body.originalTotal());
    }
}
