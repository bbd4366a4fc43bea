package io.receivables.query.page;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.agedbalance.AgedBalanceTable;
import io.receivables.query.edge.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The first page: who owes what, how late. */
@Controller
class AgedBalancePage {

    private final ReadBooks books;
    private final ReadAgedBalance agedBalance;
    private final AgedBalanceTable table;
    private final AsKnownInput asKnown;

    AgedBalancePage(ReadBooks books, ReadAgedBalance agedBalance, AgedBalanceTable table, AsKnownInput asKnown) {
        this.books = books;
        this.agedBalance = agedBalance;
        this.table = table;
        this.asKnown = asKnown;
    }

    @GetMapping("/")
    ModelAndView show(AgedBalanceForm typed) {
        var choice = books.choice(typed.legalEntity(), typed.currency());
        if (choice.entities().isEmpty()) {
            return new ModelAndView("page/empty-books");
        }
        var entity = choice.entity();
        var form = typed.read(asKnown, entity.legalEntity().value(), choice.currency());
        var page = new ModelAndView("page/aged-balance")
                .addObject("form", form)
                .addObject("choice", choice)
                .addObject("to", new Links(form.viewpoint()));
        try {
            if (choice.unknown() != null) {
                throw new Refusal(ProblemCode.LEGAL_ENTITY_NOT_FOUND, "there is no legal entity " + choice.unknown());
            }
            return page.addObject("sheet", agedBalance.handle(form, entity));
        } catch (Refusal refusal) {
            page.setStatus(HttpStatus.valueOf(refusal.code().status()));
            return page.addObject("problem", FieldProblem.of(refusal)).addObject("typed", typed);
        }
    }

    @GetMapping("/aged-balance.csv")
    ResponseEntity<Table> csv(AgedBalanceForm typed) {
        return file(typed, TableFile.CSV);
    }

    @GetMapping("/aged-balance.xlsx")
    ResponseEntity<Table> xlsx(AgedBalanceForm typed) {
        return file(typed, TableFile.XLSX);
    }

    private ResponseEntity<Table> file(AgedBalanceForm typed, TableFile file) {
        return file.of(table.handle(typed.request()), "aged-balance", typed.legalEntity(), typed.asAt());
    }

    /**
     * What the form offers, and what of it is chosen.
     *
     * @param unknown the entity that was asked for, if the reader knows none of that name
     */
    record Choice(List<LegalEntityResource> entities, int chosen, List<String> currencies, String currency,
            @Nullable String unknown) {

        public LegalEntityResource entity() {
            return entities.get(chosen);
        }
    }
}
