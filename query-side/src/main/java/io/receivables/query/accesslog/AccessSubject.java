package io.receivables.query.accesslog;

import java.util.Map;
import java.util.Optional;

/**
 * A document or an approval that a path names by its id.
 *
 * @param type as the books call it
 */
record AccessSubject(boolean document, String type, String id) {

    private static final Map<String, String> DOCUMENTS = Map.of("invoices", "INVOICE", "payments", "PAYMENT",
            "credit-notes", "CREDIT_NOTE", "late-charges", "CHARGE");
    private static final Map<String, String> APPROVALS = Map.of("write-offs", "WRITE_OFF", "refunds", "REFUND",
            "credit-write-offs", "CREDIT_WRITE_OFF", "credit-limits", "CREDIT_LIMIT", "credit-overrides",
            "CREDIT_OVERRIDE");

    /** @param collection the segment before the id */
    static Optional<AccessSubject> of(String collection, String id) {
        var document = DOCUMENTS.get(collection);
        return document != null
                ? Optional.of(new AccessSubject(true, document, id))
                : Optional.ofNullable(APPROVALS.get(collection)).map(it -> new AccessSubject(false, it, id));
    }
}
