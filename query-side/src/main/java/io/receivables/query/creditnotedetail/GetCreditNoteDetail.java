package io.receivables.query.creditnotedetail;

import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.platform.resource.CreditNoteResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Documents;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.StreamKey;
import org.springframework.stereotype.Service;

/** Answers what a credit note was at a date, as known on a day. */
@Service
@SnapshotRead
public class GetCreditNoteDetail {

    private final Documents documents;
    private final History history;

    GetCreditNoteDetail(Documents documents, History history) {
        this.documents = documents;
        this.history = history;
    }

    public CreditNoteResource handle(CreditNoteId id, AsOfRequest request) {
        var asOf = documents.require(DocumentType.CREDIT_NOTE, id.value(), request);
        return CreditNoteHistory.resource(history.of(StreamKey.of(id), asOf), asOf.position());
    }
}
