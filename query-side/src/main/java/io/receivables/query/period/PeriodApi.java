package io.receivables.query.period;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.period.Period.LateFact;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PeriodApi {

    private final GetPeriods periods;

    PeriodApi(GetPeriods periods) {
        this.periods = periods;
    }

    @GetMapping("/v1/periods")
    Page<Period> all(@RequestParam(required = false) @Nullable String legalEntity,
            @RequestParam(required = false) @Nullable String asKnown, Paging paging) {
        return periods.all(legalEntity, asKnown, paging);
    }

    @GetMapping("/v1/periods/{legalEntity}/{period}")
    Period one(@PathVariable LegalEntityId legalEntity, @PathVariable YearMonth period,
            @RequestParam(required = false) @Nullable String asKnown) {
        return periods.one(legalEntity, period, asKnown);
    }

    @GetMapping("/v1/periods/{legalEntity}/{period}/late-facts")
    Page<LateFact> lateFacts(@PathVariable LegalEntityId legalEntity, @PathVariable YearMonth period,
            @RequestParam(required = false) @Nullable Integer signOff,
            @RequestParam(required = false) @Nullable String asKnown, Paging paging) {
        return periods.lateFacts(legalEntity, period, signOff, asKnown, paging);
    }
}
