package io.receivables.query.referencerate;

import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReferenceRateApi {

    private final GetReferenceRates rates;

    ReferenceRateApi(GetReferenceRates rates) {
        this.rates = rates;
    }

    @GetMapping("/v1/reference-rates")
    Page<ReferenceRateResource> rates(@RequestParam(required = false) @Nullable String rate, AsOfRequest asOf,
            Paging paging) {
        return rates.handle(rate, asOf, paging);
    }
}
