package io.receivables.query.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The credit policies: by which rules decisions are judged, and from when on. */
@Controller
class CreditPolicyPage {

    private final ReadCreditPolicies policies;
    private final AsKnownInput asKnown;

    CreditPolicyPage(ReadCreditPolicies policies, AsKnownInput asKnown) {
        this.policies = policies;
        this.asKnown = asKnown;
    }

    @GetMapping("/credit-policies")
    ModelAndView show(Viewpoint typed, @RequestParam(required = false) @Nullable String after) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        var sheet = policies.handle(links, after);
        return new ModelAndView("page/credit-policies").addObject("to", links)
                .addObject("sheet", sheet)
                .addObject("now", new Links(viewpoint.knownNow()).creditPolicies())
                .addObject("firstPage", after == null ? null : links.creditPolicies())
                .addObject("nextPage", sheet.nextCursor() == null
                        ? null
                        : Links.url(links.creditPolicies(), Map.of("after", sheet.nextCursor())));
    }
}
