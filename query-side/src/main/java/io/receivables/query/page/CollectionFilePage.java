package io.receivables.query.page;

import io.receivables.events.account.AccountId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was done to collect what an account owes: contacts, final notices, agencies, courts, insolvency, factoring. */
@Controller
class CollectionFilePage {

    private final ReadCollectionFile file;
    private final ReadFactoring factoring;
    private final AsKnownInput asKnown;

    CollectionFilePage(ReadCollectionFile file, ReadFactoring factoring, AsKnownInput asKnown) {
        this.file = file;
        this.factoring = factoring;
        this.asKnown = asKnown;
    }

    @GetMapping("/accounts/{id}/collection")
    ModelAndView show(@PathVariable AccountId id, Viewpoint typed,
            @RequestParam(required = false) @Nullable String after) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var sheet = file.handle(id, links, after);
        var self = links.collectionFile(id.value());
        return page("page/collection-file", links, sheet, self,
                new Links(viewpoint.knownNow()).collectionFile(id.value()), sheet.nextCursor(), after);
    }

    @GetMapping("/factoring")
    ModelAndView factoring(Viewpoint typed, @RequestParam(required = false) @Nullable String after) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var sheet = factoring.handle(links, after);
        return page("page/factoring", links, sheet, links.factoring(), new Links(viewpoint.knownNow()).factoring(),
                sheet.nextCursor(), after);
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
