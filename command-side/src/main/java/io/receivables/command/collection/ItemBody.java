package io.receivables.command.collection;

import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names an instalment.
 *
 * @param instalment null for all of the invoice that are open
 */
public record ItemBody(InvoiceId invoiceId, @Nullable Integer instalment) {

    private static final int MOST = 500;

    public boolean names(ClaimItem item) {
        return item.invoiceId().equals(invoiceId) && (instalment == null || instalment == item.instalment());
    }

    /** @throws Refusal VALUE_INVALID when there are none, or too many for one command */
    public static void requireSome(List<?> named, String pointer) {
        if (named.isEmpty() || named.size() > MOST) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                    "1 to " + MOST + " are expected, not " + named.size());
        }
    }
}
