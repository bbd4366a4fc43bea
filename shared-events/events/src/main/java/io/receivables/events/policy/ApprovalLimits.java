package io.receivables.events.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Up to these amounts one person may decide alone; above them others approve.
 *
 * @param writeOffLimit for one write-off
 * @param refundLimit for one refund
 * @param creditWriteOffLimit for one write-off of a credit; null means {@code writeOffLimit}
 * @param steps who approves what is above the limits, by rising amounts; null means one controller, whatever the amount
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalLimits(Money writeOffLimit, Money refundLimit, @Nullable Money creditWriteOffLimit,
        @Nullable List<ApprovalStep> steps) {

    /** Without an approval matrix. */
    public ApprovalLimits(Money writeOffLimit, Money refundLimit) {
        this(writeOffLimit, refundLimit, null, null);
    }
}
