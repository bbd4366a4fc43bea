package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import org.jspecify.annotations.Nullable;

/** Parts of an exposure that other systems know; one that is null was not reported. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportedExposure(@Nullable Money deliveredNotInvoiced, @Nullable Money openOrders, @Nullable Money drafts,
        @Nullable Money secured) {}
