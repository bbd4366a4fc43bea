package io.receivables.command.account.creditoverride;

import io.receivables.command.account.CreditOverrideClaim;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.money.Money;
import java.time.LocalDate;

/** Asks that invoices may exceed the account's limit, together up to an amount. */
record RequestCreditOverride(AccountId accountId, CreditOverrideId creditOverrideId, Money amount, String reason,
        LocalDate validUntil) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }

    CreditOverrideClaim by(String subject) {
        return new CreditOverrideClaim(creditOverrideId, amount, validUntil, reason, subject);
    }
}
