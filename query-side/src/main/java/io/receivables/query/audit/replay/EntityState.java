package io.receivables.query.audit.replay;

import io.receivables.events.money.Money;
import java.util.List;

/**
 * The figures of a legal entity at the business date of the replay.
 *
 * @param balances by currency; without those in which nothing has moved
 * @param position of the last fact that is known; 0 before any
 */
record EntityState(String legalEntity, List<Figures> balances, long position) {

    /**
     * What all accounts of one currency come to.
     *
     * @param unidentified cash that nobody has identified yet: in no account, so not in the balance
     */
    record Figures(Money balance, Money amountDue, Money overdue, Money unapplied, Money unidentified) {}
}
