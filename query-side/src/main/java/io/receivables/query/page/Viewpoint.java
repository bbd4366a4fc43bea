package io.receivables.query.page;

import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.ClassFilter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** As of when a reader looks, in which buckets and at which class: whatever page a link leads to, it is kept. */
record Viewpoint(@Nullable String asAt, @Nullable String asKnown, @Nullable String basis, @Nullable String edges,
        @Nullable String receivableClass) {

    static final Viewpoint LIVE = new Viewpoint(null, null, null, null, null);

    AsOfRequest asOf() {
        return new AsOfRequest(asAt, asKnown);
    }

    Viewpoint read(AsKnownInput input) {
        return new Viewpoint(asAt, input.read(asKnown), basis, edges, receivableClass);
    }

    Viewpoint known(long position) {
        return new Viewpoint(asAt, Long.toString(position), basis, edges, receivableClass);
    }

    Viewpoint ofClass(@Nullable String other) {
        return new Viewpoint(asAt, asKnown, basis, edges, other);
    }

    /** A choice that stands for all classes is empty. */
    @Nullable
    String classChosen() {
        return receivableClass == null || receivableClass.isEmpty() ? null : receivableClass;
    }

    ClassFilter classFilter() {
        return ClassFilter.of(receivableClass);
    }

    /** At the end of a month, as it was signed. */
    Viewpoint signed(LocalDate end, String signOff) {
        return new Viewpoint(end.toString(), signOff, basis, edges, receivableClass);
    }

    Viewpoint knownNow() {
        return new Viewpoint(asAt, null, basis, edges, receivableClass);
    }
}
