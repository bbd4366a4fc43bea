package io.receivables.command.allocation;

import io.receivables.command.edge.Ids;
import io.receivables.command.stream.Amounts;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An allocation inside the command that brings the money. */
public record AllocationBody(@Nullable InvoiceId invoiceId, @Nullable ChargeId chargeId, Money amount,
        @Nullable Integer instalment, @Nullable Money discount, @Nullable Boolean writeOffDifference) {

    /** In one command. */
    static final int MOST = 500;

    public static List<AllocationWish> wishes(@Nullable List<AllocationBody> bodies) {
        if (bodies == null) {
            return List.of();
        }
        if (bodies.size() > MOST) {
            throw Amounts.refusal(ProblemCode.TOO_MANY_ALLOCATIONS, "/allocations",
                    "at most " + MOST + " allocations are accepted, not " + bodies.size());
        }
        return IntStream.range(0, bodies.size()).mapToObj(i -> bodies.get(i).wish(i)).toList();
    }

    private AllocationWish wish(int number) {
        try {
            return new AllocationWish(new AllocationId(Ids.next()), TargetBody.of(invoiceId, chargeId), amount,
                    instalment, discount, null, Boolean.TRUE.equals(writeOffDifference));
        } catch (Refusal refusal) {
            throw refusal.under("/allocations/" + number);
        }
    }
}
