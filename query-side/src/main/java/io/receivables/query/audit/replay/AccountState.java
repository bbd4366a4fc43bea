package io.receivables.query.audit.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a customer account as its resource has them, at the business date of the replay.
 *
 * @param creditLimit that is valid at the date; null without limit
 * @param version how many facts of its own stream the account has; 0 before it is opened
 * @param position of the last fact that is known; 0 before any
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountState(String accountId, String customerId, String legalEntity, String currency, Money balance,
        Money amountDue, Money overdue, Money unapplied, Money disputed, Money doubtful,
        @Nullable Money creditLimit, long version, long position) {}
