package io.receivables.command.account.terms;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentTerms;
import java.time.LocalDate;

/** Invoices issued from the effective date on shall follow these terms. */
record ChangeTerms(AccountId accountId, PaymentTerms terms, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
