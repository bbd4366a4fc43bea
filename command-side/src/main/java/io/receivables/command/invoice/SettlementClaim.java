package io.receivables.command.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount that somebody wants to settle an invoice with.
 *
 * @param amount cash or credit, without discount
 * @param instalment the instalment to settle; null lets the oldest due go first
 * @param discount the discount granted on top; null grants what the terms give at the date of the money
 * @param moneyDate the day of the cash that counts for the discount window; null where no discount can be earned
 */
public record SettlementClaim(AccountId accountId, Money amount, @Nullable Integer instalment, @Nullable Money discount,
        LocalDate effectiveDate, @Nullable LocalDate moneyDate) {}
