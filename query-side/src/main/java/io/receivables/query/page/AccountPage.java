package io.receivables.query.page;

import io.receivables.events.account.AccountId;
import io.receivables.query.statement.GetStatement;
import io.receivables.query.statement.StatementPdf;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    private final GetStatement statement;
    private final StatementPdf paper;

    AccountPage(ReadAccount account, AsKnownInput asKnown, GetStatement statement, StatementPdf paper) {
        this.account = account;
        this.statement = statement;
        this.paper = paper;
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

    @GetMapping("/accounts/{id}/statement.pdf")
    ResponseEntity<byte[]> statement(@PathVariable AccountId id, Viewpoint typed) throws IOException {
        var asOf = typed.read(asKnown).asOf();
        return paper.answer(statement.handle(id, null, asOf.asAt(), asOf.asKnown()));
    }
}
