package io.receivables.command.rate.set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.rate.HalfYearRate;
import io.receivables.events.rate.ReferenceRateSet;
import io.receivables.platform.resource.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was set of a reference rate. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferenceRateVersion(String rate, List<HalfYearRate> values, String source, long version,
        @Nullable Long position) implements Versioned {

    static ReferenceRateVersion of(ReferenceRateSet set, long version) {
        return new ReferenceRateVersion(set.rate(), set.values(), set.source(), version, null);
    }

    @Override
    public ReferenceRateVersion at(long position) {
        return new ReferenceRateVersion(rate, values, source, version, position);
    }
}
