package io.receivables.command.allocation;

import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An allocation inside the command that brings the money. */
public record AllocationBody(InvoiceId invoiceId, Money amount, @Nullable Integer instalment,
        @Nullable Money discount) {

    private static final int MOST = 500;

    public static List<AllocationWish> wishes(@Nullable List<AllocationBody> bodies) {
        if (bodies == null) {
            return List.of();
        }
        if (bodies.size() > MOST) {
            throw Amounts.refusal(ProblemCode.TOO_MANY_ALLOCATIONS, "/allocations",
                    "at most " + MOST + " allocations are accepted, not " + bodies.size());
        }
        return bodies.stream()
                .map(body -> new AllocationWish(new AllocationId(Ids.next()), body.invoiceId(), body.amount(),
                        body.instalment(), body.discount(), null))
                .toList();
    }
}
