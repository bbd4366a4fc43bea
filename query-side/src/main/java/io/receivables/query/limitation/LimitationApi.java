package io.receivables.query.limitation;

import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.limitation.GetLimitations.LimitationLine;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LimitationApi {

    private final GetLimitations limitations;

    LimitationApi(GetLimitations limitations) {
        this.limitations = limitations;
    }

    @GetMapping("/v1/limitations")
    Page<LimitationLine> get(@RequestParam(required = false) @Nullable String legalEntity,
            @RequestParam(required = false) @Nullable String withinDays, AsOfRequest asOf, Paging paging) {
        return limitations.handle(legalEntity, withinDays, asOf, paging);
    }
}
