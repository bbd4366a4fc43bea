package io.receivables.query.collectionqueue;

import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A worklist of accounts or of payments. An account is on it by an amount of it, an expression over the figures of
 * {@link AccountsSql}; the order is one as well. Amounts of different currencies cannot be compared: unless one is named, the
 * list runs currency by currency.
 */
enum Queue {
    /** Whoever is late, by amount and age. */
    OVERDUE("overdue", "overdue", "weight desc", Ties.AGED_BALANCE),
    /** What has fallen overdue in the last days, the largest expected loss first. */
    NEW_OVERDUE("new-overdue", "fresh", "currency, at_risk desc", Ties.AGED_BALANCE),
    /** What accounts owe late that did not keep their last promise. */
    BROKEN_PROMISES("broken-promises", "case when broken_since is not null then overdue else 0 end",
            "currency, at_risk desc", Ties.AGED_BALANCE),
    /** What customers owe late of whom it must be feared most. */
    HIGH_RISK("high-risk", "case when risk = 'HIGH' then overdue else 0 end", "currency, at_risk desc",
            Ties.AGED_BALANCE),
    /** What customers contest. */
    DISPUTES("disputes-to-answer", "", "", Ties.DISPUTED),
    /** What can soon not be claimed in court any more. */
    LEGAL_LIMIT("before-legal-limit", "", "", Ties.AGED_BALANCE),
    /** Accounts in the customer's favour. */
    CREDIT_BALANCES("credit-balances", "greatest(-balance, 0)", "currency, balance", Ties.CREDIT_BALANCES),
    /** Cash of which nobody knows whose it is. */
    UNIDENTIFIED_CASH("unidentified-cash", "", "", Ties.UNIDENTIFIED);

    /** What the figures of a worklist, with what is left out of it, add up to. */
    enum Ties {
        AGED_BALANCE,
        DISPUTED,
        CREDIT_BALANCES,
        UNIDENTIFIED
    }

    private final String word;
    private final String amount;
    private final String order;
    private final Ties ties;

    Queue(String word, String amount, String order, Ties ties) {
        this.word = word;
        this.amount = amount;
        this.order = order;
        this.ties = ties;
    }

    /** @throws Refusal QUEUE_NOT_FOUND */
    static Queue of(String word) {
        return Stream.of(values())
                .filter(queue -> queue.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProblemCode.QUEUE_NOT_FOUND, "there is no queue " + word));
    }

    static Stream<Queue> ofAccounts() {
        return Arrays.stream(values()).filter(queue -> !queue.amount.isEmpty());
    }

    /** Its name in addresses. */
    String word() {
        return word;
    }

    /** Why something that is overdue is not on it, if no other reason says so. */
    String otherwise() {
        return switch (this) {
            case HIGH_RISK -> "LOWER_RISK";
            case LEGAL_LIMIT -> "FURTHER_FROM_LIMIT";
            case BROKEN_PROMISES -> "NO_BROKEN_PROMISE";
            default -> "OVERDUE_LONGER";
        };
    }

    String amount() {
        return amount;
    }

    String order() {
        return order;
    }

    Ties ties() {
        return ties;
    }
}
