package io.receivables.query.page;

import io.receivables.query.agedbalance.AgedBalanceRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of the aged balance's form, as they stand in the page's address. */
record AgedBalanceForm(@Nullable String legalEntity, @Nullable String currency, @Nullable String asAt,
        @Nullable String asKnown, @Nullable String view, @Nullable String basis, @Nullable String edges,
        @Nullable String groupBy, @Nullable String receivableClass, @Nullable String sort, @Nullable String after) {

    /** Those who chase see first what is latest and largest. */
    private static final String USUAL_SORT = "overdue";

    AgedBalanceForm read(AsKnownInput input, String entity, String itsCurrency) {
        return new AgedBalanceForm(entity, itsCurrency, asAt, input.read(asKnown), view, basis,
                edges == null ? null : edges.replaceAll("\\s+", ""), groupBy, given(receivableClass), sort, after);
    }

    AgedBalanceRequest request() {
        return new AgedBalanceRequest(legalEntity, asAt, asKnown, basis, edges, view, groupBy, currency, null,
                given(receivableClass),
                sort == null ? USUAL_SORT : sort, null, after);
    }

    Viewpoint viewpoint() {
        return new Viewpoint(asAt, asKnown, basis, edges, receivableClass);
    }

    /** The address of this page with one field changed; any change begins at the first row again. */
    public String with(String field, @Nullable String value) {
        var fields = fields();
        fields.remove("after");
        fields.put(field, value);
        return Links.url("/", fields);
    }

    /** The address of all rows as a file, {@code csv} or {@code xlsx}. */
    public String file(String kind) {
        var fields = fields();
        fields.remove("after");
        return Links.url("/aged-balance." + kind, fields);
    }

    /** A choice of the form that stands for all is empty. */
    private static @Nullable String given(@Nullable String chosen) {
        return chosen == null || chosen.isEmpty() ? null : chosen;
    }

    private Map<String, @Nullable String> fields() {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("legalEntity", legalEntity);
        fields.put("currency", currency);
        fields.put("asAt", asAt);
        fields.put("asKnown", asKnown);
        fields.put("view", view);
        fields.put("basis", basis);
        fields.put("edges", edges);
        fields.put("groupBy", groupBy);
        fields.put("receivableClass", receivableClass);
        fields.put("sort", sort);
        fields.put("after", after);
        return fields;
    }
}
