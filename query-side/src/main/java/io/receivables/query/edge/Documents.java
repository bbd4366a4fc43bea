package io.receivables.query.edge;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.DocumentHeader;
import io.receivables.query.ledger.DocumentHeaders;
import io.receivables.query.ledger.DocumentType;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds a document for the one who asks: what is another entity's, or later than the cut, is not found. */
@Component
public class Documents {

    private final DocumentHeaders headers;
    private final AsOfResolver resolver;

    Documents(DocumentHeaders headers, AsOfResolver resolver) {
        this.headers = headers;
        this.resolver = resolver;
    }

    /** The date and position to answer as of, for a document that existed then. */
    public AsOf require(DocumentType type, String id, AsOfRequest request) {
        var header = find(type, id);
        var asOf = resolver.resolve(request, new LegalEntityId(header.legalEntity()));
        if (!header.existed(asOf)) {
            throw notFound(type, id, " at " + asOf.asAt() + " as known at position " + asOf.position());
        }
        return asOf;
    }

    /** The document, whether or not it existed as of any date. */
    public DocumentHeader find(DocumentType type, String id) {
        return headers.findById(new DocumentHeader.Key(type, id))
                .filter(found -> Scope.isVisible(found.legalEntity()))
                .orElseThrow(() -> notFound(type, id, ""));
    }

    private static Refusal notFound(DocumentType type, String id, String when) {
        var code = switch (type) {
            case INVOICE -> ProblemCode.INVOICE_NOT_FOUND;
            case PAYMENT -> ProblemCode.PAYMENT_NOT_FOUND;
            case CREDIT_NOTE -> ProblemCode.CREDIT_NOTE_NOT_FOUND;
            case CHARGE -> ProblemCode.LATE_CHARGE_NOT_FOUND;
        };
        return new Refusal(code,
                "there is no " + words(type) + " " + id + when);
    }

    private static String words(DocumentType type) {
        return type == DocumentType.CHARGE ? "late charge" : type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
