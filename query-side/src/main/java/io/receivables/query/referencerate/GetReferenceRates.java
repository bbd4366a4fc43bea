package io.receivables.query.referencerate;

import io.receivables.events.rate.HalfYearRate;
import io.receivables.events.rate.ReferenceRateSet;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.History;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers which values of reference rates are known, or were on a day. */
@Service
@SnapshotRead
public class GetReferenceRates {

    private final History history;
    private final AsOfResolver resolver;

    GetReferenceRates(History history, AsOfResolver resolver) {
        this.history = history;
        this.resolver = resolver;
    }

    /** By name and half-year. */
    public Page<ReferenceRateResource> handle(@Nullable String rate, AsOfRequest request, Paging paging) {
        var known = new TreeMap<String, ReferenceRateResource>();
        for (var fact : history.ofType("ReferenceRate", resolver.known(request.asKnown()).position())) {
            var set = (ReferenceRateSet) fact.event();
            if (rate == null || rate.equals(set.rate())) {
                set.values().forEach(value -> known.put(set.rate() + " " + value.validFrom(), resource(set, value)));
            }
        }
        return Page.of(List.copyOf(known.values()), it -> List.of(it.rate(), it.validFrom().toString()), paging);
    }

    private static ReferenceRateResource resource(ReferenceRateSet set, HalfYearRate value) {
        return new ReferenceRateResource(set.rate(), value.validFrom(),
                value.validFrom().plusMonths(6).minusDays(1), value.percent(), set.version(), set.source());
    }
}
