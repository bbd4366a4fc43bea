package io.receivables.query.kpi;

import io.receivables.query.edge.Page;
import io.receivables.query.edge.Table;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KpiApi {

    private final GetKpis kpis;
    private final GetKpiTrend trend;

    KpiApi(GetKpis kpis, GetKpiTrend trend) {
        this.kpis = kpis;
        this.trend = trend;
    }

    @GetMapping("/v1/kpis")
    KpiAnswer get(KpiRequest request) {
        return kpis.handle(request);
    }

    @GetMapping(path = "/v1/kpis/trend", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<KpiTrend> trend(TrendRequest request) {
        return trend.handle(request);
    }

    @GetMapping(path = "/v1/kpis/trend", produces = {Table.CSV, Table.XLSX})
    Table trendAsFile(TrendRequest request) {
        return trend.table(request);
    }
}
