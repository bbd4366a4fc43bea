package io.receivables.platform.identity;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may be trusted with; {@code access-matrix.csv} says what each role may call. */
public enum Role {
    /** Issues invoices and credit notes, keeps accounts, records payments. */
    CLERK("clerk"),
    /** Records and allocates payments, asks for refunds. */
    CASH_APPLIER("cash-applier"),
    /** Works the queues and keeps contacts. */
    COLLECTOR("collector"),
    /** Decides terms and limits, asks for write-offs. */
    CREDIT_MANAGER("credit-manager"),
    /** Approves, sets policies, keeps legal entities and periods. */
    CONTROLLER("controller"),
    /** Reads the full history and writes nothing. */
    AUDITOR("auditor"),
    /** A machine that issues, receives and allocates; it never approves. */
    INTEGRATION("integration"),
    /** Keeps the service running and sees no business data. */
    OPERATOR("operator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The name as tokens and the matrix spell it. */
    public String code() {
        return code;
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
