package io.receivables.query.page;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.audit.exceptions.ExceptionKind;
import io.receivables.query.audit.exceptions.ExceptionsRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was recorded in a month that internal controls look at. */
@Controller
class ExceptionsPage {

    private final ReadBooks books;
    private final ReadExceptions exceptions;
    private final AsKnownInput asKnown;

    ExceptionsPage(ReadBooks books, ReadExceptions exceptions, AsKnownInput asKnown) {
        this.books = books;
        this.exceptions = exceptions;
        this.asKnown = asKnown;
    }

    /** The fields of the form, as they stand in the page's address. */
    record Form(@Nullable String legalEntity, @Nullable String period, @Nullable String from, @Nullable String to,
            @Nullable String asKnown, @Nullable String kind, @Nullable String days, @Nullable String splitDays) {

        private Form read(AsKnownInput input, String entity) {
            return new Form(entity, period, from, to, input.read(asKnown), kind, days, splitDays);
        }

        private ExceptionsRequest request() {
            return new ExceptionsRequest(legalEntity, period, from, to, asKnown, kind, days, splitDays);
        }

        /** The address of this page for another kind, or from a place on. */
        public String with(String field, @Nullable String value) {
            var fields = new LinkedHashMap<String, @Nullable String>();
            fields.put("legalEntity", legalEntity);
            fields.put("period", period);
            fields.put("from", from);
            fields.put("to", to);
            fields.put("asKnown", asKnown);
            fields.put("kind", kind);
            fields.put("days", days);
            fields.put("splitDays", splitDays);
            fields.put(field, value);
            return Links.url("/exceptions", fields);
        }
    }

    @GetMapping("/exceptions")
    ModelAndView show(Form typed, @RequestParam(required = false) @Nullable String after) {
        var choice = books.choice(typed.legalEntity(), null);
        if (choice.entities().isEmpty()) {
            return new ModelAndView("page/empty-books");
        }
        var form = typed.read(asKnown, choice.entity().legalEntity().value());
        var links = new Links(new Viewpoint(null, form.asKnown(), null, null, null));
        var page = new ModelAndView("page/exceptions")
                .addAllObjects(Map.of("form", form, "choice", choice, "to", links, "kinds", ExceptionKind.values()));
        try {
            if (choice.unknown() != null) {
                throw new Refusal(ProblemCode.LEGAL_ENTITY_NOT_FOUND, "there is no legal entity " + choice.unknown());
            }
            var sheet = exceptions.handle(form.request(), after, links);
            return page.addObject("sheet", sheet)
                    .addObject("firstPage", after == null ? null : form.with("after", null))
                    .addObject("nextPage", sheet.nextCursor() == null ? null : form.with("after", sheet.nextCursor()));
        } catch (Refusal refusal) {
            page.setStatus(HttpStatus.valueOf(refusal.code().status()));
            return page.addObject("problem", FieldProblem.of(refusal));
        }
    }
}
