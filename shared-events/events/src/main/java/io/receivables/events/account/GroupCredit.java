package io.receivables.events.account;

import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.money.Money;

/**
 * What was seen of the group of an account when an amount was added to the account.
 *
 * @param accounts how many are in the group
 * @param exposure of all of them together, before the amount
 * @param limit of the group, in force on the day of the decision
 * @param headroom limit less exposure; below zero where it was exceeded already
 */
public record GroupCredit(CreditGroupId creditGroupId, int accounts, Money exposure, Money limit, Money headroom) {

    public static GroupCredit of(CreditGroupId id, int accounts, Money exposure, Money limit) {
        return new GroupCredit(id, accounts, exposure, limit, limit.minus(exposure));
    }

    /** For a refusal. */
    public String inWords() {
        return "group " + creditGroupId + " of " + accounts + " accounts: exposure " + exposure + ", limit " + limit
                + ", headroom " + headroom;
    }
}
