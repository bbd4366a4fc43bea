package io.receivables.query.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Worklists: whom we owe, whom to call, what waits for a second person. */
@Controller
class ListPages {

    private final ReadLists lists;
    private final AsKnownInput asKnown;

    ListPages(ReadLists lists, AsKnownInput asKnown) {
        this.lists = lists;
        this.asKnown = asKnown;
    }

    @GetMapping("/credit-balances")
    ModelAndView creditBalances(Viewpoint typed, @RequestParam(required = false) @Nullable String after) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var sheet = lists.creditBalances(links, after);
        return page("page/credit-balances", links, sheet, links.creditBalances(),
                new Links(viewpoint.knownNow()).creditBalances(), sheet.nextCursor(), after);
    }

    @GetMapping("/collection-queue")
    ModelAndView collectionQueue(Viewpoint typed, @RequestParam(required = false) @Nullable String after) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var sheet = lists.collectionQueue(links, after);
        return page("page/collection-queue", links, sheet, links.collectionQueue(),
                new Links(viewpoint.knownNow()).collectionQueue(), sheet.nextCursor(), after);
    }

    @GetMapping("/approvals")
    ModelAndView approvals(Viewpoint typed, @RequestParam(required = false) @Nullable String after) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var sheet = lists.approvals(links, after);
        return page("page/approvals", links, sheet, links.approvals(), new Links(viewpoint.knownNow()).approvals(),
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
