package io.receivables.query.factoring;

import io.receivables.events.factoring.FactoringId;
import io.receivables.platform.resource.FactoringResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.factoring.GetFactoring.FactorLine;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FactoringApi {

    private final GetFactoring factoring;

    FactoringApi(GetFactoring factoring) {
        this.factoring = factoring;
    }

    @GetMapping("/v1/factoring")
    Page<FactoringResource> list(GetFactoring.Filter filter, AsOfRequest asOf, Paging paging) {
        return factoring.list(filter, asOf, paging);
    }

    @GetMapping("/v1/factoring/{id}")
    FactoringResource get(@PathVariable FactoringId id, AsOfRequest asOf) {
        return factoring.handle(id, asOf);
    }

    @GetMapping("/v1/factors")
    Page<FactorLine> factors(@RequestParam(required = false) @Nullable String legalEntity, AsOfRequest asOf,
            Paging paging) {
        return factoring.factors(legalEntity, asOf, paging);
    }
}
