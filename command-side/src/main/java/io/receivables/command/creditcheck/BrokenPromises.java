package io.receivables.command.creditcheck;

import io.receivables.command.account.AccountRow;
import java.time.LocalDate;

/** Knows of promises to pay that were not kept. A bean of the slice that knows promises. */
public interface BrokenPromises {

    /** Whether a promise of the account is broken at a day, and what it was about is still open. */
    boolean any(AccountRow account, LocalDate today);
}
