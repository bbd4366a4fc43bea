package io.receivables.command.policy.simulate;

import io.receivables.events.money.Money;
import java.util.Currency;

/** Letters, what they ask for, and what they cost the customers besides. */
record LetterSum(int letters, Money amountDue, Money fees) {

    static LetterSum none(Currency currency) {
        return new LetterSum(0, Money.zero(currency), Money.zero(currency));
    }

    LetterSum plus(LetterInShort letter) {
        return plus(new LetterSum(1, letter.amountDue(), letter.fee()));
    }

    LetterSum plus(LetterSum more) {
        return new LetterSum(letters + more.letters, amountDue.plus(more.amountDue), fees.plus(more.fees));
    }
}
