package io.receivables.query.page;

import io.receivables.query.collectionqueue.QueueFilter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The worklists of collectors, and each of them. */
@Controller
class CollectionPages {

    private final ReadCollections collections;
    private final AsKnownInput asKnown;

    CollectionPages(ReadCollections collections, AsKnownInput asKnown) {
        this.collections = collections;
        this.asKnown = asKnown;
    }

    @GetMapping("/collections")
    ModelAndView queues(Viewpoint typed, QueueFilter filter, Locale language) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        return page("page/collections", links, filter, collections.queues(links, filter, language),
                new Links(viewpoint.knownNow()).collections());
    }

    @GetMapping("/collections/{queue}")
    ModelAndView items(@PathVariable String queue, Viewpoint typed, QueueFilter filter,
            @RequestParam(required = false) @Nullable String after) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var sheet = collections.items(queue, links, filter, after);
        var self = Links.url(links.collection(queue), chosen(filter));
        return page("page/collection", links, filter, sheet, new Links(viewpoint.knownNow()).collection(queue))
                .addObject("queue", queue)
                .addObject("firstPage", after == null ? null : self)
                .addObject("nextPage",
                        sheet.nextCursor() == null ? null : Links.url(self, Map.of("after", sheet.nextCursor())));
    }

    private static ModelAndView page(String view, Links links, QueueFilter filter, Object sheet, String now) {
        return new ModelAndView(view).addObject("to", links)
                .addObject("filter", filter)
                .addObject("sheet", sheet)
                .addObject("now", now);
    }

    /** What the form of the page chose; the class of receivables is in every link already. */
    static Map<String, @Nullable String> chosen(QueueFilter filter) {
        var chosen = new LinkedHashMap<String, @Nullable String>();
        chosen.put("legalEntity", filter.legalEntity());
        chosen.put("mine", filter.mine());
        chosen.put("owner", filter.owner());
        chosen.put("includeSnoozed", filter.includeSnoozed());
        chosen.put("currency", filter.currency());
        chosen.put("days", filter.days());
        chosen.values().removeIf(value -> value == null || value.isEmpty());
        return chosen;
    }
}
