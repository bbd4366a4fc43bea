package io.receivables.command.account.open;

import io.receivables.command.stream.Command;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountOpened;
import java.time.LocalDate;

/** Opens an account: from its effective date on the customer may owe. */
record OpenCustomerAccount(CustomerAccountOpened opened, String name) implements Command {

    @Override
    public LocalDate effectiveDate() {
        return opened.effectiveDate();
    }

    @Override
    public AccountId accountId() {
        return opened.accountId();
    }
}
