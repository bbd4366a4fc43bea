package io.receivables.query.page;

import io.receivables.query.ledger.ApprovalStatus;
import java.util.LinkedHashMap;
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
    ModelAndView approvals(Viewpoint typed, @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var chosen = status == null ? ApprovalStatus.PENDING.name() : status;
        var sheet = lists.approvals(links, chosen, after);
        var self = status == null ? links.approvals() : Links.url(links.approvals(), Map.of("status", status));
        return page("page/approvals", links, sheet, self, new Links(viewpoint.knownNow()).approvals(),
                sheet.nextCursor(), after).addObject("status", chosen).addObject("statuses", statuses(links));
    }

    /** The address of the page for each. */
    private static Map<String, String> statuses(Links links) {
        var pages = new LinkedHashMap<String, String>();
        for (var status : ApprovalStatus.values()) {
            pages.put(status.name(), Links.url(links.approvals(), Map.of("status", status.name())));
        }
        return pages;
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
