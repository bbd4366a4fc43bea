package io.receivables.query.page;

import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningRunId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reminders: the runs, the letters of each, and a letter with its text and what became of it. */
@Controller
class DunningPages {

    private final ReadDunning dunning;
    private final AsKnownInput asKnown;

    DunningPages(ReadDunning dunning, AsKnownInput asKnown) {
        this.dunning = dunning;
        this.asKnown = asKnown;
    }

    @GetMapping("/dunning")
    ModelAndView runs(Viewpoint typed, @RequestParam(required = false) @Nullable String after) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var sheet = dunning.runs(links, after);
        return page("page/dunning", links, sheet, links.dunning(), new Links(viewpoint.knownNow()).dunning(),
                sheet.nextCursor(), after);
    }

    @GetMapping("/dunning/{id}")
    ModelAndView run(@PathVariable DunningRunId id, Viewpoint typed,
            @RequestParam(required = false) @Nullable String after) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var sheet = dunning.run(id, links, after);
        return page("page/dunning-run", links, sheet, links.dunningRun(id.value()),
                new Links(viewpoint.knownNow()).dunningRun(id.value()), sheet.nextCursor(), after);
    }

    @GetMapping("/dunning-letters/{id}")
    ModelAndView letter(@PathVariable DunningLetterId id, Viewpoint typed) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        return page("page/dunning-letter", links, dunning.letter(id, links), links.dunningLetter(id.value()),
                new Links(viewpoint.knownNow()).dunningLetter(id.value()), null, null);
    }

    private static ModelAndView page(String view, Links links, Object sheet, String self, String now,
            @Nullable String next, @Nullable String after) {
        return new ModelAndView(view).addObject("to", links)
                .addObject("sheet", sheet)
                .addObject("now", now)
                .addObject("firstPage", after == null ? null : self)
                .addObject("nextPage", next == null ? null : Links.url(self, Map.of("after", next)));
    }
}
