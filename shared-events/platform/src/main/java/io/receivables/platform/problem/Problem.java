package io.receivables.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Problem details as RFC 9457 has them, with our stable {@code code}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, ProblemCode code,
        List<Refusal.FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(Refusal refusal) {
        return of(refusal.code(), refusal.detail(), refusal.errors());
    }

    public static Problem of(ProblemCode code, String detail) {
        return of(code, detail, List.of());
    }

    private static Problem of(ProblemCode code, String detail, List<Refusal.FieldError> errors) {
        return new Problem("urn:receivables:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                code.title(), code.status(), detail, code, errors);
    }

    /** After how many seconds it may be worth trying again. */
    public Optional<String> retryAfter() {
        return switch (code) {
            case CONCURRENT_CHANGE, IDEMPOTENCY_KEY_IN_FLIGHT, NOT_YET_VISIBLE -> Optional.of("1");
            case DATABASE_UNAVAILABLE, TOO_BUSY, COMMAND_QUEUE_FULL, SHUTTING_DOWN, TOO_MANY_REQUESTS,
                    ACCESS_NOT_RECORDED ->
                Optional.of("2");
            case QUERY_TOO_SLOW -> Optional.of("10");
            default -> Optional.empty();
        };
    }
}
