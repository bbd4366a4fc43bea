package io.receivables.query.page;

import io.receivables.events.account.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A customer account: what it owes, what is not applied, what happened. */
@Controller
class AccountPage {

    private final ReadAccount account;
    private final AsKnownInput asKnown;

    AccountPage(ReadAccount account, AsKnownInput asKnown) {
        this.account = account;
        this.asKnown = asKnown;
    }

    @GetMapping("/accounts/{id}")
    ModelAndView show(@PathVariable AccountId id, Viewpoint typed,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String openAfter) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        return new ModelAndView("page/account").addObject("to", links)
                .addObject("now", new Links(viewpoint.knownNow()).account(id.value()))
                .addObject("sheet", account.handle(id, links, openAfter, after));
    }
}
