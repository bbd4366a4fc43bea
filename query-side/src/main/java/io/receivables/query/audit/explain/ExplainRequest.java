package io.receivables.query.audit.explain;

import io.receivables.query.edge.AsOfRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which figure is to be explained, every part as written in the query.
 *
 * @param accountId whose figure, or else:
 * @param invoiceId of which the amount due is explained
 * @param bucket the name of the figure, {@code 0} for the first bucket; absent: the balance
 * @param basis the date from which the buckets count, as in the aged balance; so are {@code edges} and {@code view}
 */
public record ExplainRequest(@Nullable String accountId, @Nullable String invoiceId, @Nullable String bucket,
        @Nullable String asAt, @Nullable String asKnown, @Nullable String basis, @Nullable String edges,
        @Nullable String view) {

    AsOfRequest asOf() {
        return new AsOfRequest(asAt, asKnown);
    }
}
