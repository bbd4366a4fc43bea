package io.receivables.command.account;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Currency;

/** What other commands need to know of a customer account. */
public record AccountRow(AccountId accountId, LegalEntityId legalEntity, Currency currency,
        ReceivableClass receivableClass, LocalDate openedDate) {

    /** @throws Refusal BEFORE_ACCOUNT_OPENED */
    public void requireOpenAt(LocalDate date) {
        if (date.isBefore(openedDate)) {
            throw new Refusal(ProblemCode.BEFORE_ACCOUNT_OPENED,
                    date + " is before account " + accountId + " was opened, " + openedDate);
        }
    }
}
