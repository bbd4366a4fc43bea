package io.receivables.platform.identity;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header by which a client says that a request is the same as one before, made before its first try. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

    private IdempotencyKey() {}

    /**
     * @param header as it came; null when there is none
     * @throws Refusal IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_KEY_INVALID
     */
    public static String of(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_MISSING, "the header " + HEADER + " is required");
        }
        requireValid(header);
        return header;
    }

    /** @throws Refusal IDEMPOTENCY_KEY_INVALID */
    public static void requireValid(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(ProblemCode.IDEMPOTENCY_KEY_INVALID,
                    "an idempotency key has 1 to 255 printable ASCII characters");
        }
    }
}
