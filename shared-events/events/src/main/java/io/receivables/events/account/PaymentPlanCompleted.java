package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * All that the plan covers is settled.
 *
 * @param paid without what was written off
 * @param writtenOff what of it was given up as a loss and not paid; null: nothing
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentPlanCompleted(AccountId accountId, LegalEntityId legalEntity, PaymentPlanId planId, Money paid,
        LocalDate effectiveDate, @Nullable Money writtenOff) implements CustomerAccountEvent {

    /** All of it was paid. */
    public PaymentPlanCompleted(AccountId accountId, LegalEntityId legalEntity, PaymentPlanId planId, Money paid,
            LocalDate effectiveDate) {
        this(accountId, legalEntity, planId, paid, effectiveDate, null);
    }
}
