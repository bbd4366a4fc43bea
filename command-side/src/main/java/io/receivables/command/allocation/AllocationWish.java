package io.receivables.command.allocation;

import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An allocation that is asked for; null fields are filled as the API says.
 *
 * @param writeOffDifference whether the cents that it leaves are given up or kept
 */
public record AllocationWish(AllocationId allocationId, AllocationTarget target, Money amount,
        @Nullable Integer instalment, @Nullable Money discount, @Nullable LocalDate effectiveDate,
        boolean writeOffDifference) {

    /** The streams of a document and of what it shall be allocated to. */
    public static List<String> streams(String document, List<AllocationWish> wishes) {
        var targets = wishes.stream().map(wish -> Receivables.streamId(wish.target()));
        return Stream.concat(Stream.of(document), targets).toList();
    }
}
