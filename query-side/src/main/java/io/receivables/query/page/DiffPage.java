package io.receivables.query.page;

import io.receivables.query.audit.diff.DiffRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Why a balance is another one than it was known to be. */
@Controller
class DiffPage {

    private final ReadDiff diff;
    private final AsKnownInput asKnown;

    DiffPage(ReadDiff diff, AsKnownInput asKnown) {
        this.diff = diff;
        this.asKnown = asKnown;
    }

    @GetMapping("/diff")
    ModelAndView show(@RequestParam(required = false) @Nullable String accountId,
            @RequestParam(required = false) @Nullable String legalEntity,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String asKnownOther, Viewpoint typed) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var request = new DiffRequest(accountId, legalEntity, currency, viewpoint.asAt(), viewpoint.asKnown(),
                asKnown.read(asKnownOther), viewpoint.basis(), viewpoint.edges());
        return new ModelAndView("page/diff").addObject("to", links)
                .addObject("typedOther", asKnownOther)
                .addObject("sheet", diff.handle(request, links));
    }
}
