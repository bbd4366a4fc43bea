package io.receivables.query.export;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What can be exported, what has to be said about it, and who may have it: whoever may ask for the same as an answer. */
public enum ExportKind {
    /** Everything about one account, for a court, an agency or an auditor. */
    ACCOUNT_PACK("account-pack", "GET /v1/audit/events", Set.of("accountId"), Set.of("asAt", "asKnown")),
    /** The journals in the layout of the FEC. */
    JOURNAL("journal", "GET /v1/exports/journal", Set.of("legalEntity", "from", "to"),
            Set.of("asKnown", "currency", "format", "encoding")),
    /** Every stored event, byte for byte, for the verifier. */
    EVENTS("events", "GET /v1/exports/events", Set.of(), Set.of());

    private final String code;
    private final String sameRightAs;
    private final Set<String> required;
    private final Set<String> optional;

    ExportKind(String code, String sameRightAs, Set<String> required, Set<String> optional) {
        this.code = code;
        this.sameRightAs = sameRightAs;
        this.required = required;
        this.optional = optional;
    }

    /** As requests spell it. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The endpoint whose row of the access matrix holds for it. */
    String sameRightAs() {
        return sameRightAs;
    }

    Set<String> required() {
        return required;
    }

    boolean takes(String parameter) {
        return required.contains(parameter) || optional.contains(parameter);
    }

    static Optional<ExportKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
