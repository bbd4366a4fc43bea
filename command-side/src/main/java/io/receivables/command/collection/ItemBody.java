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

    /** @throws Refusal VALUE_INVALID when there are none, too many for one command, or one whose number is none */
    public static void requireSome(List<?> named, String pointer) {
        if (named.isEmpty() || named.size() > MOST) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer,
                    "1 to " + MOST + " are expected, not " + named.size());
        }
        for (int no = 0; no < named.size(); no++) {
            if (named.get(no) instanceof ItemBody item) {
                requireNumber(item.instalment(), pointer + "/" + no);
            }
        }
    }

    /** @param pointer of the item that names the instalment */
    public static void requireNumber(@Nullable Integer instalment, String pointer) {
        if (instalment != null && instalment < 1) {
            throw Amounts.refusal(ProblemCode.INSTALMENT_UNKNOWN, pointer + "/instalment",
                    "instalments are numbered from 1, not " + instalment);
        }
    }
}
