package io.receivables.query.journal;

import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of an entry before it has an account number.
 *
 * @param taxRate of lines that each rate has of its own
 * @param owing whose account it is; null for what is no customer's
 * @param amount above zero on the debit side, below on the credit side
 */
record Posting(AccountRole role, @Nullable Percentage taxRate, @Nullable Owing owing, Money amount) {

    /**
     * Whose account a line is on, and which document it is about.
     *
     * @param document the stream type and id, {@code Invoice INV-1}: lines about one document are lettered together
     */
    record Owing(String accountId, String document) {}

    Posting negated() {
        return new Posting(role, taxRate, owing, amount.negated());
    }

    Posting plus(Money more) {
        return new Posting(role, taxRate, owing, amount.plus(more));
    }

    boolean isSameLineAs(Posting other) {
        return role == other.role && Objects.equals(taxRate, other.taxRate)
                && Objects.equals(owing, other.owing);
    }
}
