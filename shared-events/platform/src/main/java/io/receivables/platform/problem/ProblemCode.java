package io.receivables.platform.problem;

import java.util.Locale;

/** The stable codes of every refusal, with the HTTP status that goes with each. */
public enum ProblemCode {
    MALFORMED_JSON(400), UNKNOWN_FIELD(400), DUPLICATE_FIELD(400), WRONG_TYPE(400), REQUIRED(400), PARAMETER_INVALID(
            400), IDEMPOTENCY_KEY_MISSING(400), IDEMPOTENCY_KEY_INVALID(400), CURRENCY_AMBIGUOUS(400),
    //
    UNAUTHENTICATED(401),
    //
    FORBIDDEN(403), ENTITY_NOT_ALLOWED(403), APPROVER_IS_REQUESTER(403),
    //
    NO_SUCH_PATH(404), LEGAL_ENTITY_NOT_FOUND(404), ACCOUNT_NOT_FOUND(404), INVOICE_NOT_FOUND(404), PAYMENT_NOT_FOUND(
            404), CREDIT_NOTE_NOT_FOUND(404), ALLOCATION_NOT_FOUND(404), REFUND_NOT_FOUND(
                    404), WRITE_OFF_NOT_FOUND(404), RECOVERY_NOT_FOUND(404), QUEUE_NOT_FOUND(404), EVENT_NOT_FOUND(404),
    //
    METHOD_NOT_ALLOWED(405),
    //
    NOT_ACCEPTABLE(406),
    //
    ACCOUNT_ALREADY_EXISTS(409), INVOICE_ALREADY_EXISTS(409), PAYMENT_ALREADY_EXISTS(409), CREDIT_NOTE_ALREADY_EXISTS(
            409), INVOICE_NUMBER_TAKEN(409), CREDIT_NOTE_NUMBER_TAKEN(409), BASE_CURRENCY_FIXED(409), INVOICE_CANCELLED(
                    409), HAS_ALLOCATIONS(409), PAYMENT_REVERSED(409), PAYMENT_UNIDENTIFIED(
                            409), PAYMENT_ALREADY_IDENTIFIED(409), PAYMENT_REFUNDED(409), PAYMENT_USED_FOR_RECOVERY(
                                    409), ALLOCATION_ALREADY_REVERSED(409), CREDIT_NOTE_CANCELLED(
                                            409), REFUND_NOT_PENDING(409), REFUND_NOT_APPROVED(409), REFUND_NOT_PAID(
                                                    409), WRITE_OFF_NOT_PENDING(409), WRITE_OFF_NOT_APPROVED(
                                                            409), WRITE_OFF_RECOVERED(409), LESS_IS_OPEN(
                                                                    409), RECOVERY_ALREADY_REVERSED(
                                                                            409), CONCURRENT_CHANGE(
                                                                                    409), IDEMPOTENCY_KEY_IN_FLIGHT(
                                                                                            409),
    //
    VERSION_MOVED(412),
    //
    BODY_TOO_LARGE(413),
    //
    UNSUPPORTED_MEDIA_TYPE(415),
    //
    IDEMPOTENCY_KEY_REUSED(422), AMOUNT_INVALID(422), AMOUNT_NOT_POSITIVE(422), SCALE_TOO_FINE(422), CURRENCY_UNKNOWN(
            422), CURRENCY_MISMATCH(422), DATE_INVALID(422), DATE_IN_FUTURE(422), BEFORE_ACCOUNT_OPENED(
                    422), DUE_BEFORE_ISSUE(422), TEXT_INVALID(422), ID_INVALID(422), VALUE_INVALID(
                            422), PERCENTAGE_INVALID(422), INSTALMENTS_DO_NOT_ADD_UP(422), LINES_AND_TOTAL(
                                    422), INSTALMENT_UNKNOWN(422), DISCOUNT_TOO_LARGE(422), TOO_MANY_ALLOCATIONS(
                                            422), ACCOUNT_MISMATCH(422), ALLOCATION_EXCEEDS_OPEN(
                                                    422), ALLOCATION_EXCEEDS_UNALLOCATED(422), NOT_AVAILABLE_AT_DATE(
                                                            422), WRITE_OFF_EXCEEDS_OPEN(422), NOTHING_WRITTEN_OFF(
                                                                    422), RECOVERY_EXCEEDS_WRITTEN_OFF(
                                                                            422), REOPEN_EXCEEDS_ALLOCATED(
                                                                                    422), REFUND_EXCEEDS_UNALLOCATED(
                                                                                            422), EDGES_INVALID(
                                                                                                    422), LIMIT_TOO_LARGE(
                                                                                                            422), AS_KNOWN_IN_FUTURE(
                                                                                                                    422), AS_KNOWN_INVALID(
                                                                                                                            422), CURSOR_INVALID(
                                                                                                                                    422), VIEW_UNKNOWN(
                                                                                                                                            422),
    //
    TOO_MANY_REQUESTS(429),
    //
    INTERNAL_ERROR(500),
    //
    NOT_YET_VISIBLE(503), DATABASE_UNAVAILABLE(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The code as a sentence's beginning: {@code INVOICE_NOT_FOUND} is "Invoice not found". */
    public String title() {
        var words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
