package io.receivables.query.page;

import io.receivables.events.entity.LegalEntityId;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The months that were signed off, and one of them with what came late. */
@Controller
class PeriodPages {

    private final ReadPeriods periods;
    private final AsKnownInput asKnown;

    PeriodPages(ReadPeriods periods, AsKnownInput asKnown) {
        this.periods = periods;
        this.asKnown = asKnown;
    }

    @GetMapping("/periods")
    ModelAndView all(Viewpoint typed, @RequestParam(required = false) @Nullable String after) {
        var links = new Links(typed.read(asKnown));
        var sheet = periods.all(links, after);
        return page("page/periods", links, links.periods(), after, sheet.nextCursor()).addObject("sheet", sheet)
                .addObject("now", new Links(links.viewpoint().knownNow()).periods());
    }

    @GetMapping("/periods/{legalEntity}/{period}")
    ModelAndView one(@PathVariable LegalEntityId legalEntity, @PathVariable YearMonth period, Viewpoint typed,
            @RequestParam(required = false) @Nullable String after) {
        var links = new Links(typed.read(asKnown));
        var sheet = periods.one(legalEntity, period, links, after);
        return page("page/period", links, links.period(legalEntity.value(), period.toString()), after,
                sheet.nextCursor()).addObject("sheet", sheet)
                .addObject("now", new Links(links.viewpoint().knownNow()).period(legalEntity.value(),
                        period.toString()));
    }

    private static ModelAndView page(String view, Links links, String self, @Nullable String after,
            @Nullable String next) {
        return new ModelAndView(view).addObject("to", links)
                .addObject("firstPage", after == null ? null : self)
                .addObject("nextPage", next == null ? null : Links.url(self, Map.of("after", next)));
    }
}
