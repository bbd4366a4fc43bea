package io.receivables.command.policy.simulate;

import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.money.Money;

/**
 * What a letter, sent or simulated, comes to.
 *
 * @param fee what it costs the customer, beside {@code amountDue}
 */
record LetterInShort(int level, boolean finalNotice, Money amountDue, Money fee) {

    static LetterInShort of(DunningLetterIssued letter) {
        return new LetterInShort(letter.level(), letter.finalNotice(), letter.amountDue(),
                letter.fee() == null ? Money.zero(letter.amountDue().currency()) : letter.fee());
    }
}
