package io.receivables.query.page;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Finds accounts and documents by id, number or name. */
@Controller
class SearchPage {

    private final SearchBooks books;
    private final AsKnownInput asKnown;

    SearchPage(SearchBooks books, AsKnownInput asKnown) {
        this.books = books;
        this.asKnown = asKnown;
    }

    /** What is named exactly is shown at once. */
    @GetMapping("/search")
    ModelAndView find(@RequestParam(required = false) @Nullable String q, Viewpoint typed) {
        var links = new Links(typed.read(asKnown));
        var page = new ModelAndView("page/search").addObject("to", links);
        if (q == null) {
            return page;
        }
        var found = books.find(q, links);
        var exact = found.stream().filter(hit -> hit.names(q)).toList();
        return exact.size() == 1
                ? new ModelAndView(new RedirectView(exact.getFirst().link()))
                : page.addObject("q", q).addObject("found", found);
    }
}
