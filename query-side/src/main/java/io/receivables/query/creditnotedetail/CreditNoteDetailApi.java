package io.receivables.query.creditnotedetail;

import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.platform.resource.CreditNoteResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CreditNoteDetailApi {

    private final GetCreditNoteDetail creditNote;
    private final FindCreditNotes creditNotes;

    CreditNoteDetailApi(GetCreditNoteDetail creditNote, FindCreditNotes creditNotes) {
        this.creditNote = creditNote;
        this.creditNotes = creditNotes;
    }

    @GetMapping("/v1/credit-notes")
    Page<CreditNoteResource> find(FindCreditNotes.Filter filter, AsOfRequest asOf, Paging paging) {
        return creditNotes.handle(filter, asOf, paging);
    }

    @GetMapping("/v1/credit-notes/{id}")
    CreditNoteResource get(@PathVariable CreditNoteId id, AsOfRequest asOf) {
        return creditNote.handle(id, asOf);
    }
}
