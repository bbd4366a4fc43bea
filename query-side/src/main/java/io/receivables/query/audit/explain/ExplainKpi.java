package io.receivables.query.audit.explain;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.audit.explain.KpiExplanation.Input;
import io.receivables.query.edge.BookCuts;
import io.receivables.query.edge.BookRequest;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.kpi.GetKpis;
import io.receivables.query.kpi.Kpi;
import io.receivables.query.kpi.KpiAnswer;
import io.receivables.query.kpi.KpiRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Explains a key figure: its inputs, and the movements that each of them is the sum of. */
@Service
@SnapshotRead
class ExplainKpi {

    private final GetKpis kpis;
    private final BookCuts cuts;
    private final ReadLines lines;
    private final JsonMapper json;

    ExplainKpi(GetKpis kpis, BookCuts cuts, ReadLines lines, JsonMapper json) {
        this.kpis = kpis;
        this.cuts = cuts;
        this.lines = lines;
        this.json = json;
    }

    KpiExplanation handle(String name, KpiRequest request) {
        var answer = kpis.handle(request);
        var all = json.valueToTree(answer.kpis());
        if (!all.has(name)) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "kpi " + name + " is none of " + String.join(", ", all.propertyNames()));
        }
        var figure = json.treeToValue(all.get(name), Kpi.class);
        var inputs = figure.inputs()
                .entrySet()
                .stream()
                .map(input -> new Input(input.getKey(), input.getValue(), movements(input.getKey(), answer)))
                .toList();
        return new KpiExplanation(name, answer.legalEntity(), answer.currency(), answer.asAt(), answer.asKnown(),
                answer.period(), figure, inputs);
    }

    private static @Nullable String movements(String input, KpiAnswer answer) {
        if (KpiInput.find(input).isEmpty()) {
            return null;
        }
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("input", input);
        parameters.put("legalEntity", answer.legalEntity());
        parameters.put("currency", answer.currency());
        parameters.put("accountId", answer.accountId());
        parameters.put("receivableClass", answer.receivableClass());
        parameters.put("from", answer.period().from());
        parameters.put("asAt", answer.asAt());
        parameters.put("asKnown", answer.asKnown().position());
        var url = UriComponentsBuilder.fromPath("/v1/audit/movements");
        parameters.values().removeIf(value -> value == null);
        parameters.keySet().forEach(name -> url.queryParam(name, "{" + name + "}"));
        return url.encode().buildAndExpand(Map.copyOf(parameters)).toUriString();
    }

    KpiMovements movements(String input, BookRequest book, @Nullable String from, Paging paging) {
        var wanted = KpiInput.of(input);
        var cut = cuts.of(book);
        var asAt = cut.asOf().asAt();
        var first = from == null ? asAt : Parameters.date("from", from);
        var after = paging.afterKeys(2);
        var read = lines.of(wanted, cut, first, after == null ? -1 : Cursor.number(after.getFirst()),
                after == null ? -1 : Cursor.number(after.getLast()), paging.size());
        var page = Page.of(read, paging.size(),
                last -> List.of(Long.toString(last.position()), Integer.toString(last.ordinal())));
        var total = lines.total(wanted, cut, first);
        int digits = cut.currency().getDefaultFractionDigits();
        return new KpiMovements(input, cut.legalEntity(), cut.currency().getCurrencyCode(), first, asAt,
                cut.asOf().known(), total.movePointLeft(digits).setScale(digits).toPlainString(), page.items(),
                page.nextCursor());
    }
}
