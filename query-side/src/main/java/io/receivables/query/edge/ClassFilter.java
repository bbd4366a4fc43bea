package io.receivables.query.edge;

import io.receivables.events.account.ReceivableClass;
import org.jspecify.annotations.Nullable;

/**
 * Which class of receivables an answer is about. A claim is of the class that it has at the date; cash and credit that
 * settles nothing yet is of the class of its account.
 *
 * @param receivableClass null for all
 */
public record ClassFilter(@Nullable ReceivableClass receivableClass) {

    public static final ClassFilter ALL = new ClassFilter(null);

    /** @throws io.receivables.platform.problem.Refusal PARAMETER_INVALID */
    public static ClassFilter of(@Nullable String typed) {
        return typed == null || typed.isEmpty()
                ? ALL
                : new ClassFilter(Parameters.choice("receivableClass", typed, ReceivableClass.class));
    }

    public boolean isAll() {
        return receivableClass == null;
    }

    /** The name of the class, or null for all. */
    public @Nullable String name() {
        return receivableClass == null ? null : receivableClass.name();
    }

    /** A further condition on the movements or open items {@code relation}; empty for all. */
    public String and(String relation) {
        return receivableClass == null ? "" : " and " + relation + ".receivable_class = '" + receivableClass + "'";
    }
}
