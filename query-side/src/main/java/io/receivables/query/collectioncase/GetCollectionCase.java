package io.receivables.query.collectioncase;

import io.receivables.events.account.AccountId;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.collectioncase.CollectionCaseEvent;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.payment.PaymentId;
import io.receivables.platform.resource.CollectionCaseResource;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Documents;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.DocumentHeader;
import io.receivables.query.ledger.DocumentHeaders;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.StreamKey;
import org.springframework.stereotype.Service;

/** Answers who works on an account or an unidentified payment, until when it rests, and what comes next. */
@Service
@SnapshotRead
public class GetCollectionCase {

    private final AccountAccess accounts;
    private final Documents documents;
    private final DocumentHeaders headers;
    private final History history;

    GetCollectionCase(AccountAccess accounts, Documents documents, DocumentHeaders headers, History history) {
        this.accounts = accounts;
        this.documents = documents;
        this.headers = headers;
        this.history = history;
    }

    public CollectionCaseResource ofAccount(AccountId id, AsOfRequest request) {
        var asOf = accounts.require(id.value(), request);
        return of(CaseSubject.of(id), accounts.require(id.value()).legalEntity(), asOf);
    }

    public CollectionCaseResource ofPayment(PaymentId id, AsOfRequest request) {
        var asOf = documents.require(DocumentType.PAYMENT, id.value(), request);
        var header = headers.findById(new DocumentHeader.Key(DocumentType.PAYMENT, id.value())).orElseThrow();
        return of(CaseSubject.of(id), header.legalEntity(), asOf);
    }

    private CollectionCaseResource of(CaseSubject subject, String legalEntity, AsOf asOf) {
        var it = CollectionCaseResource.of(subject, new LegalEntityId(legalEntity));
        for (var fact : history.of(StreamKey.of(subject), asOf)) {
            it = it.after((CollectionCaseEvent) fact.event());
        }
        return it.asAt(asOf.asAt()).at(asOf.position());
    }
}
