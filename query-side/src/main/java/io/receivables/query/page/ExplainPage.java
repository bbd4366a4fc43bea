package io.receivables.query.page;

import io.receivables.query.audit.explain.ExplainRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A figure of an account or invoice, and the movements that it is the sum of. */
@Controller
class ExplainPage {

    private final ReadExplanation explanation;
    private final AsKnownInput asKnown;

    ExplainPage(ReadExplanation explanation, AsKnownInput asKnown) {
        this.explanation = explanation;
        this.asKnown = asKnown;
    }

    @GetMapping("/explain")
    ModelAndView show(@RequestParam(required = false) @Nullable String accountId,
            @RequestParam(required = false) @Nullable String invoiceId,
            @RequestParam(required = false) @Nullable String bucket,
            @RequestParam(required = false) @Nullable String view, Viewpoint typed) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var request = new ExplainRequest(accountId, invoiceId, bucket, viewpoint.asAt(), viewpoint.asKnown(),
                viewpoint.basis(), viewpoint.edges(), view);
        var now = new Links(viewpoint.knownNow());
        return new ModelAndView("page/explain").addObject("to", links)
                .addObject("now", accountId == null ? now.agedBalance() : now.explain(accountId, or(bucket, "balance")))
                .addObject("sheet", explanation.handle(request, links));
    }

    private static String or(@Nullable String bucket, String usual) {
        return bucket == null ? usual : bucket;
    }
}
