package io.receivables.query.page;

import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.Progress;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Says of an answer what it is as of. */
@Component
class Cuts {

    private final AsOfResolver resolver;
    private final Progress progress;

    Cuts(AsOfResolver resolver, Progress progress) {
        this.resolver = resolver;
        this.progress = progress;
    }

    /** @param request as which the answer was given; without its date, it would be today's */
    Cut of(AsOf asOf, AsOfRequest request) {
        return new Cut(asOf.asAt(), Knowledge.of(asOf.known(), progress.now()),
                request.asAt() != null && asOf.asAt().isAfter(today()));
    }

    /** Of all that the reader may see. */
    Cut of(AsOfRequest request) {
        return of(resolver.resolve(request, Scope.of(null)), request);
    }

    private LocalDate today() {
        return resolver.resolve(AsOfRequest.LIVE, Scope.of(null)).asAt();
    }
}
