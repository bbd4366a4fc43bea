package io.receivables.command.stream;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.List;
import java.util.Locale;

/**
 * The kinds of streams. Axon finds a stream by its identifier alone, so the identifier carries its kind:
 * {@code invoice/INV-1}. The API shows the bare id.
 */
public enum StreamType {
    LEGAL_ENTITY("entity", ProblemCode.LEGAL_ENTITY_NOT_FOUND, ProblemCode.CONCURRENT_CHANGE),
    CREDIT_POLICY("policy", ProblemCode.LEGAL_ENTITY_NOT_FOUND, ProblemCode.CONCURRENT_CHANGE),
    ACCOUNTING_PERIOD("period", ProblemCode.PERIOD_NOT_CLOSED, ProblemCode.CONCURRENT_CHANGE),
    ACCOUNT_MAPPING("account-mapping", ProblemCode.LEGAL_ENTITY_NOT_FOUND, ProblemCode.CONCURRENT_CHANGE),
    ACCOUNT("account", ProblemCode.ACCOUNT_NOT_FOUND, ProblemCode.ACCOUNT_ALREADY_EXISTS),
    CREDIT_GROUP("credit-group", ProblemCode.CREDIT_GROUP_NOT_FOUND, ProblemCode.CONCURRENT_CHANGE),
    INVOICE("invoice", ProblemCode.INVOICE_NOT_FOUND, ProblemCode.INVOICE_ALREADY_EXISTS),
    PAYMENT("payment", ProblemCode.PAYMENT_NOT_FOUND, ProblemCode.PAYMENT_ALREADY_EXISTS),
    CREDIT_NOTE("credit-note", ProblemCode.CREDIT_NOTE_NOT_FOUND, ProblemCode.CREDIT_NOTE_ALREADY_EXISTS),
    LATE_CHARGE("charge", ProblemCode.LATE_CHARGE_NOT_FOUND, ProblemCode.LATE_CHARGE_ALREADY_EXISTS),
    COLLECTION_CASE("collection-case", ProblemCode.ACCOUNT_NOT_FOUND, ProblemCode.CONCURRENT_CHANGE),
    CONTACT("contact", ProblemCode.CONTACT_NOT_FOUND, ProblemCode.CONTACT_ALREADY_EXISTS),
    FACTORING("factoring", ProblemCode.FACTORING_NOT_FOUND, ProblemCode.FACTORING_ALREADY_EXISTS),
    REFERENCE_RATE("reference-rate", ProblemCode.REFERENCE_RATE_NOT_FOUND, ProblemCode.CONCURRENT_CHANGE),
    DUNNING_RUN("dunning-run", ProblemCode.DUNNING_RUN_NOT_FOUND, ProblemCode.CONCURRENT_CHANGE),
    APPROVAL_ATTEMPTS("approval-attempts", ProblemCode.NO_SUCH_PATH, ProblemCode.CONCURRENT_CHANGE),
    DUNNING_LETTER("dunning-letter", ProblemCode.DUNNING_LETTER_NOT_FOUND, ProblemCode.CONCURRENT_CHANGE);

    private static final List<StreamType> DOCUMENTS = List.of(INVOICE, PAYMENT, CREDIT_NOTE, LATE_CHARGE,
            DUNNING_LETTER);

    private final String prefix;
    private final ProblemCode notFound;
    private final ProblemCode alreadyExists;

    StreamType(String prefix, ProblemCode notFound, ProblemCode alreadyExists) {
        this.prefix = prefix;
        this.notFound = notFound;
        this.alreadyExists = alreadyExists;
    }

    /** Whether a stream is of a document: one that is begun, settled, and then hardly decided about again. */
    static boolean isDocument(Object streamId) {
        return streamId instanceof String id && DOCUMENTS.stream().anyMatch(type -> type.isOf(id));
    }

    public String streamId(Object bareId) {
        return prefix + "/" + bareId;
    }

    /** Whether it is one of this kind. */
    public boolean isOf(String streamId) {
        return streamId.startsWith(prefix) && streamId.startsWith("/", prefix.length());
    }

    public Refusal notFound(String bareId) {
        return new Refusal(notFound, "no " + words() + " " + bareId);
    }

    public static Refusal alreadyExists(String streamId) {
        int slash = streamId.indexOf('/');
        for (var type : values()) {
            if (type.prefix.equals(streamId.substring(0, slash))) {
                return new Refusal(type.alreadyExists, type.words() + " " + streamId.substring(slash + 1)
                        + " already exists");
            }
        }
        throw new IllegalArgumentException("no stream of ours: " + streamId);
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
