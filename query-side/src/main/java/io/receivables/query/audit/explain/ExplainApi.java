package io.receivables.query.audit.explain;

import io.receivables.query.edge.BookRequest;
import io.receivables.query.edge.Paging;
import io.receivables.query.kpi.KpiRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExplainApi {

    private final Explain explain;
    private final ExplainKpi explainKpi;

    ExplainApi(Explain explain, ExplainKpi explainKpi) {
        this.explain = explain;
        this.explainKpi = explainKpi;
    }

    @GetMapping(path = "/v1/audit/explain", params = "!kpi")
    Explanation explain(ExplainRequest request) {
        return explain.handle(request);
    }

    @GetMapping(path = "/v1/audit/explain", params = "kpi")
    KpiExplanation explainKpi(@RequestParam String kpi, KpiRequest request) {
        return explainKpi.handle(kpi, request);
    }

    @GetMapping("/v1/audit/movements")
    KpiMovements movements(@RequestParam String input, BookRequest book,
            @RequestParam(required = false) @Nullable String from, Paging paging) {
        return explainKpi.movements(input, book, from, paging);
    }
}
