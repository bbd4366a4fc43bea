package io.receivables.command.account;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.credit.CreditStanding;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What other commands need to know of a customer account.
 *
 * @param credit its limits and holds as they were stored when the transaction began
 * @param debtorClass as it was stored then, too
 * @param hasAgreements whether it had promised or agreed anything then
 */
public record AccountRow(AccountId accountId, LegalEntityId legalEntity, Currency currency,
        ReceivableClass receivableClass, LocalDate openedDate, CreditStanding credit, DebtorClass debtorClass,
        boolean hasAgreements) {

    /** An account about whose credit nothing was ever said. */
    public AccountRow(AccountId accountId, LegalEntityId legalEntity, Currency currency,
            ReceivableClass receivableClass, LocalDate openedDate) {
        this(accountId, legalEntity, currency, receivableClass, openedDate, CreditStanding.NONE,
                DebtorClass.BUSINESS, false);
    }

    /** @throws Refusal BEFORE_ACCOUNT_OPENED */
    public void requireOpenAt(LocalDate date) {
        if (date.isBefore(openedDate)) {
            throw new Refusal(ProblemCode.BEFORE_ACCOUNT_OPENED,
                    date + " is before account " + accountId + " was opened, " + openedDate);
        }
    }
}
