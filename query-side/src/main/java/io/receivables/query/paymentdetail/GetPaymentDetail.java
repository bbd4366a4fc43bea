package io.receivables.query.paymentdetail;

import io.receivables.events.payment.PaymentId;
import io.receivables.platform.resource.PaymentResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Documents;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.StreamKey;
import org.springframework.stereotype.Service;

/** Answers what a payment was at a date, as known on a day. */
@Service
@SnapshotRead
public class GetPaymentDetail {

    private final Documents documents;
    private final History history;

    GetPaymentDetail(Documents documents, History history) {
        this.documents = documents;
        this.history = history;
    }

    public PaymentResource handle(PaymentId id, AsOfRequest request) {
        var asOf = documents.require(DocumentType.PAYMENT, id.value(), request);
        return PaymentHistory.resource(history.of(StreamKey.of(id), asOf), asOf.position());
    }
}
