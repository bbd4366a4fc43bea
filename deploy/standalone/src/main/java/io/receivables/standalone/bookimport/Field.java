package io.receivables.standalone.bookimport;

import java.util.Arrays;
import java.util.Optional;

/** What a row can say of a document. */
public enum Field {
    ACCOUNT("account"),
    CUSTOMER("customer"),
    NAME("name"),
    NUMBER("number"),
    TYPE("type"),
    ISSUE_DATE("issueDate"),
    DUE_DATE("dueDate"),
    AMOUNT("amount"),
    OPEN_AMOUNT("openAmount"),
    CURRENCY("currency"),
    REFERENCE("reference"),
    TERMS("terms");

    private final String code;

    Field(String code) {
        this.code = code;
    }

    /** The name by which a user writes it. */
    public String code() {
        return code;
    }

    public static Optional<Field> of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }
}
