package io.receivables.query.allowance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.policy.AllowanceSegment;
import io.receivables.events.policy.RiskClass;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the parts of the book together that have the same rates. */
final class Segments {

    private Segments() {}

    /** What a matrix is for. */
    enum By {
        NONE("none"),
        RECEIVABLE_CLASS("receivableClass"),
        RISK_CLASS("riskClass");

        private final String word;

        By(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        /** @param word as it is asked for; null: none */
        static By of(@Nullable String word) {
            return switch (word) {
                case null -> NONE;
                case "none" -> NONE;
                case "receivableClass" -> RECEIVABLE_CLASS;
                case "riskClass" -> RISK_CLASS;
                default -> throw new Refusal(ProblemCode.PARAMETER_INVALID,
                        "segmentBy is none of none, receivableClass, riskClass: " + word);
            };
        }
    }

    /** @param policySegment from 1; null: none of the policy's */
    record Key(@Nullable ReceivableClass receivableClass, @Nullable RiskClass riskClass,
            @Nullable Integer policySegment) {}

    private static final Comparator<Key> ORDER = Comparator
            .comparing(Key::receivableClass, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Key::riskClass, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Key::policySegment, Comparator.nullsLast(Comparator.naturalOrder()));

    static Map<Key, List<Piece>> of(List<Piece> pieces, By by, List<AllowanceSegment> segments) {
        return pieces.stream()
                .collect(groupingBy(piece -> key(piece, by, segments), () -> new TreeMap<>(ORDER), toList()));
    }

    private static Key key(Piece piece, By by, List<AllowanceSegment> segments) {
        return new Key(by == By.RECEIVABLE_CLASS ? piece.receivableClass() : null,
                by == By.RISK_CLASS ? piece.riskClass() : null, segmentOf(piece, segments));
    }

    private static @Nullable Integer segmentOf(Piece piece, List<AllowanceSegment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).isFor(piece.receivableClass(), piece.riskClass())) {
                return i + 1;
            }
        }
        return null;
    }
}
