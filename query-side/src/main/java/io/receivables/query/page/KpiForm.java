package io.receivables.query.page;

import io.receivables.query.allowance.AllowanceRequest;
import io.receivables.query.cashforecast.CashForecastRequest;
import io.receivables.query.kpi.KpiRequest;
import io.receivables.query.kpi.TrendRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of the form of key figures, as they stand in the page's address. */
record KpiForm(@Nullable String legalEntity, @Nullable String currency, @Nullable String asAt,
        @Nullable String asKnown, @Nullable String days, @Nullable String receivableClass, @Nullable String segmentBy) {

    KpiForm read(AsKnownInput input, String entity, String itsCurrency) {
        return new KpiForm(entity, itsCurrency, asAt, input.read(asKnown), days, receivableClass, segmentBy);
    }

    KpiRequest kpis() {
        return new KpiRequest(legalEntity, asAt, asKnown, currency, null, receivableClass, null, days);
    }

    TrendRequest trend() {
        return TrendRequest.of(kpis());
    }

    AllowanceRequest allowance() {
        return new AllowanceRequest(legalEntity, asAt, asKnown, currency, receivableClass, segmentBy, null);
    }

    CashForecastRequest forecast() {
        return new CashForecastRequest(legalEntity, asAt, asKnown, currency, null, receivableClass, null);
    }

    Viewpoint viewpoint() {
        return new Viewpoint(asAt, asKnown, null, null, receivableClass);
    }

    /** The address of this page with one field changed. */
    public String with(String field, @Nullable String value) {
        var fields = fields();
        fields.put(field, value);
        return Links.url("/kpis", fields);
    }

    /** The address of the series as a file, {@code csv} or {@code xlsx}. */
    public String file(String kind) {
        return Links.url("/kpis." + kind, fields());
    }

    private Map<String, @Nullable String> fields() {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("legalEntity", legalEntity);
        fields.put("currency", currency);
        fields.put("asAt", asAt);
        fields.put("asKnown", asKnown);
        fields.put("days", days);
        fields.put("receivableClass", receivableClass);
        fields.put("segmentBy", segmentBy);
        return fields;
    }
}
