package io.receivables.query.page;

import io.receivables.query.edge.AsOfRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** As of when a reader looks, and in which buckets: whatever page a link leads to, it is kept. */
record Viewpoint(@Nullable String asAt, @Nullable String asKnown, @Nullable String basis, @Nullable String edges) {

    static final Viewpoint LIVE = new Viewpoint(null, null, null, null);

    AsOfRequest asOf() {
        return new AsOfRequest(asAt, asKnown);
    }

    Viewpoint read(AsKnownInput input) {
        return new Viewpoint(asAt, input.read(asKnown), basis, edges);
    }

    Viewpoint known(long position) {
        return new Viewpoint(asAt, Long.toString(position), basis, edges);
    }

    /** At the end of a month, as it was signed. */
    Viewpoint signed(LocalDate end, String signOff) {
        return new Viewpoint(end.toString(), signOff, basis, edges);
    }

    Viewpoint knownNow() {
        return new Viewpoint(asAt, null, basis, edges);
    }
}
