package io.receivables.query.page;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.edge.Table;
import io.receivables.query.kpi.GetKpiTrend;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Key figures with what they are made of, their series, the expected credit loss and the cash that is expected. */
@Controller
class KpiPage {

    private final ReadBooks books;
    private final ReadKpis kpis;
    private final GetKpiTrend trend;
    private final AsKnownInput asKnown;

    KpiPage(ReadBooks books, ReadKpis kpis, GetKpiTrend trend, AsKnownInput asKnown) {
        this.books = books;
        this.kpis = kpis;
        this.trend = trend;
        this.asKnown = asKnown;
    }

    @GetMapping("/kpis")
    ModelAndView show(KpiForm typed) {
        var choice = books.choice(typed.legalEntity(), typed.currency());
        if (choice.entities().isEmpty()) {
            return new ModelAndView("page/empty-books");
        }
        var entity = choice.entity();
        var form = typed.read(asKnown, entity.legalEntity().value(), choice.currency());
        var page = new ModelAndView("page/kpis")
                .addObject("form", form)
                .addObject("choice", choice)
                .addObject("to", new Links(form.viewpoint()));
        try {
            if (choice.unknown() != null) {
                throw new Refusal(ProblemCode.LEGAL_ENTITY_NOT_FOUND, "there is no legal entity " + choice.unknown());
            }
            return page.addObject("sheet", kpis.handle(form, entity));
        } catch (Refusal refusal) {
            page.setStatus(HttpStatus.valueOf(refusal.code().status()));
            return page.addObject("problem", FieldProblem.of(refusal)).addObject("typed", typed);
        }
    }

    @GetMapping("/kpis.csv")
    ResponseEntity<Table> csv(KpiForm typed) {
        return file(typed, TableFile.CSV);
    }

    @GetMapping("/kpis.xlsx")
    ResponseEntity<Table> xlsx(KpiForm typed) {
        return file(typed, TableFile.XLSX);
    }

    private ResponseEntity<Table> file(KpiForm typed, TableFile file) {
        return file.of(trend.table(typed.trend()), "kpis", typed.legalEntity(), typed.asAt());
    }
}
