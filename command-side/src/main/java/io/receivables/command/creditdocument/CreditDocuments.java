package io.receivables.command.creditdocument;

import io.receivables.command.credit.CreditDocument;
import io.receivables.command.creditnote.CreditNote;
import io.receivables.command.document.DocumentParts;
import io.receivables.command.payment.Payment;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.refund.RefundId;
import io.receivables.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** The payment or credit note that a refund or write-off belongs to: its stream decides. */
@Component
public class CreditDocuments {

    private final Streams<Payment> payments;
    private final Streams<CreditNote> creditNotes;
    private final DocumentParts parts;

    CreditDocuments(Streams<Payment> payments, Streams<CreditNote> creditNotes, DocumentParts parts) {
        this.payments = payments;
        this.creditNotes = creditNotes;
        this.parts = parts;
    }

    /** @throws Refusal REFUND_NOT_FOUND */
    public Loaded<? extends CreditDocument> of(RefundId id) {
        return of(DocumentParts.Kind.REFUND, id);
    }

    /** @throws Refusal CREDIT_WRITE_OFF_NOT_FOUND */
    public Loaded<? extends CreditDocument> of(CreditWriteOffId id) {
        return of(DocumentParts.Kind.CREDIT_WRITE_OFF, id);
    }

    private Loaded<? extends CreditDocument> of(DocumentParts.Kind kind, Object id) {
        var document = parts.require(kind, id);
        return document.type() == StreamType.PAYMENT ? payments.load(document.id()) : creditNotes.load(document.id());
    }

    public Loaded<? extends CreditDocument> load(CreditSource source) {
        return switch (source.kind()) {
            case PAYMENT -> payments.load(source.id());
            case CREDIT_NOTE -> creditNotes.load(source.id());
        };
    }

    /** Makes a refund findable by its own id. */
    public void add(RefundId id, LegalEntityId entity, CreditSource source) {
        parts.add(DocumentParts.Kind.REFUND, id, entity, streamType(source), source.id());
    }

    /** Makes a write-off findable by its own id. */
    public void add(CreditWriteOffId id, LegalEntityId entity, CreditSource source) {
        parts.add(DocumentParts.Kind.CREDIT_WRITE_OFF, id, entity, streamType(source), source.id());
    }

    public static StreamType streamType(CreditSource source) {
        return source.kind() == CreditSource.Kind.PAYMENT ? StreamType.PAYMENT : StreamType.CREDIT_NOTE;
    }
}
