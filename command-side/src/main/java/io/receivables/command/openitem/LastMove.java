package io.receivables.command.openitem;

import io.receivables.events.account.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The latest business date on which anything moved on an account.
 *
 * @param date null: nothing ever did
 * @param position up to which the history was read
 */
public record LastMove(AccountId account, @Nullable LocalDate date, long position) {

    /** Of a history that nobody has looked at yet. */
    public static LastMove unread(AccountId account) {
        return new LastMove(account, null, 0);
    }

    LastMove with(@Nullable LocalDate moved, long read) {
        return new LastMove(account, date == null || moved != null && moved.isAfter(date) ? moved : date, read);
    }
}
