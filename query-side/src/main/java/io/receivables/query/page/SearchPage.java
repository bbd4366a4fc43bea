package io.receivables.query.page;

import io.receivables.query.page.SearchBooks.Hit;
import java.util.List;
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
    ModelAndView find(@RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String customerId, Viewpoint typed) {
        var links = new Links(typed.read(asKnown));
        if (customerId != null) {
            var accounts = books.accountsOf(customerId, links);
            return answer(customerId, accounts, accounts, links);
        }
        if (q == null) {
            return new ModelAndView("page/search").addObject("to", links);
        }
        var found = books.find(q, links);
        return answer(q, found, found.stream().filter(hit -> hit.names(q)).toList(), links);
    }

    private static ModelAndView answer(String asked, List<Hit> found, List<Hit> exact, Links links) {
        return exact.size() == 1
                ? new ModelAndView(new RedirectView(exact.getFirst().link()))
                : new ModelAndView("page/search").addObject("to", links)
                        .addObject("q", asked)
                        .addObject("found", found);
    }
}
