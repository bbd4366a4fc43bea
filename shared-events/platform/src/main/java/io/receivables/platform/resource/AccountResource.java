package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.CustomerId;
import io.receivables.events.account.DebtorClass;
import io.receivables.events.account.PaymentTerms;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.events.policy.RiskClass;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A customer account at a business date.
 *
 * @param doubtful the part of what is due that may never be paid
 * @param debtorClass by whose rules its lateness is charged
 * @param creditGroupId whose limit it counts against as well; null: none
 * @param closedDate since when it takes nothing any more; null while it is open
 * @param balance amounts due less unapplied; negative means that we owe
 * @param riskClass how likely it is to pay late, told from how it has paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountResource(AccountId accountId, CustomerId customerId, String name, LegalEntityId legalEntity,
        Currency currency, ReceivableClass receivableClass, PaymentTerms terms, LocalDate openedDate, Money balance,
        Money amountDue, Money overdue, Money unapplied, Money disputed, Money doubtful, Money exposure,
        @Nullable Money creditLimit,
        boolean onHold, int dunningLevel, RiskClass riskClass, DebtorClass debtorClass,
        @Nullable CreditGroupId creditGroupId,
        @Nullable LocalDate closedDate, long version, @Nullable Long position) implements Versioned {

    /** An account of which nothing is owed yet. */
    public static AccountResource opened(CustomerAccountOpened opened, String name) {
        var zero = Money.zero(opened.currency());
        return new AccountResource(opened.accountId(), opened.customerId(), name, opened.legalEntity(),
                opened.currency(), opened.receivableClass(), opened.terms(), opened.effectiveDate(), zero, zero, zero,
                zero, zero, zero, zero, null, false, 0,
                RiskClass.NOT_ENOUGH_HISTORY, DebtorClass.BUSINESS, null, null, 1, null);
    }

    @Override
    public AccountResource at(long position) {
        return new AccountResource(accountId, customerId, name, legalEntity, currency, receivableClass, terms,
                openedDate, balance, amountDue, overdue, unapplied, disputed, doubtful, exposure, creditLimit, onHold,
                dunningLevel, riskClass, debtorClass, creditGroupId, closedDate, version, position);
    }
}
