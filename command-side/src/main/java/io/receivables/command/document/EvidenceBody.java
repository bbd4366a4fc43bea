package io.receivables.command.document;

import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.Evidence;
import io.receivables.platform.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A paper that supports a write-off, as a request names it. */
public record EvidenceBody(String name, String sha256, String reference) {

    private static final int MOST = 100;
    private static final Pattern SHA_256 = Pattern.compile("[0-9A-Fa-f]{64}");

    public static List<Evidence> evidence(@Nullable List<EvidenceBody> bodies) {
        if (bodies == null) {
            return List.of();
        }
        if (bodies.size() > MOST) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, "/evidence",
                    "at most " + MOST + " papers are accepted, not " + bodies.size());
        }
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> bodies.get(i).toEvidence("/evidence/" + i))
                .toList();
    }

    private Evidence toEvidence(String pointer) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw Amounts.refusal(ProblemCode.VALUE_INVALID, pointer + "/sha256", "64 hexadecimal digits are expected");
        }
        return new Evidence(name, sha256.toLowerCase(Locale.ROOT), reference);
    }
}
