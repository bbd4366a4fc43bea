package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * What has become of a promise from this date on, by what is known. A later judgement takes the place of an earlier one for
 * the days from its own date on: money that is recorded late turns a broken promise into a kept one, a debit that is returned
 * does the opposite.
 *
 * @param cash all that counts for it
 * @param counted of which payments
 */
@Revision("1")
public record PromiseJudged(AccountId accountId, LegalEntityId legalEntity, PromiseId promiseId, PromiseOutcome outcome,
        Money cash,
        List<PromiseCash> counted, LocalDate effectiveDate) implements CustomerAccountEvent {}
