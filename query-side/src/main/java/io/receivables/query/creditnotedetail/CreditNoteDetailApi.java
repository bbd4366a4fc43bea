package io.receivables.query.creditnotedetail;

import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.platform.resource.CreditNoteResource;
import io.receivables.query.edge.AsOfRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CreditNoteDetailApi {

    private final GetCreditNoteDetail creditNote;

    CreditNoteDetailApi(GetCreditNoteDetail creditNote) {
        this.creditNote = creditNote;
    }

    @GetMapping("/v1/credit-notes/{id}")
    CreditNoteResource get(@PathVariable CreditNoteId id, AsOfRequest asOf) {
        return creditNote.handle(id, asOf);
    }
}
