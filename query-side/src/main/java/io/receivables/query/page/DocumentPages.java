package io.receivables.query.page;

import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.payment.PaymentId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Invoices, payments and credit notes. */
@Controller
class DocumentPages {

    private final ReadInvoice invoice;
    private final ReadCredit credit;
    private final AsKnownInput asKnown;

    DocumentPages(ReadInvoice invoice, ReadCredit credit, AsKnownInput asKnown) {
        this.invoice = invoice;
        this.credit = credit;
        this.asKnown = asKnown;
    }

    @GetMapping("/invoices/{id}")
    ModelAndView invoice(@PathVariable InvoiceId id, Viewpoint typed) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        return page("page/invoice", links, invoice.handle(id, links),
                new Links(viewpoint.knownNow()).invoice(id.value()));
    }

    @GetMapping("/payments/{id}")
    ModelAndView payment(@PathVariable PaymentId id, Viewpoint typed) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        return page("page/credit", links, credit.handle(id, links),
                new Links(viewpoint.knownNow()).payment(id.value()));
    }

    @GetMapping("/credit-notes/{id}")
    ModelAndView creditNote(@PathVariable CreditNoteId id, Viewpoint typed) {
        var viewpoint = typed.read(asKnown);
        var links = new Links(viewpoint);
        return page("page/credit", links, credit.handle(id, links),
                new Links(viewpoint.knownNow()).creditNote(id.value()));
    }

    private static ModelAndView page(String view, Links links, Object sheet, String now) {
        return new ModelAndView(view).addObject("to", links).addObject("sheet", sheet).addObject("now", now);
    }
}
