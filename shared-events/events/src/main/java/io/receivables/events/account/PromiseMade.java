package io.receivables.events.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The customer promises to pay an amount by a day. It is kept by cash that comes after this date and not later than the
 * promised date plus the days of grace, whatever it is allocated to.
 *
 * @param invoices what the customer speaks of, so that it is not reminded meanwhile; empty for the account as a whole
 * @param graceDays days after the promised date on which money still keeps it
 * @param contact a reference to the call or letter; null where none was given
 * @param replaces the promise that this one takes the place of; null for a first one
 * @param policyVersion the version that grants the days of grace; null where no policy was valid
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromiseMade(AccountId accountId, LegalEntityId legalEntity, PromiseId promiseId, Money amount,
        LocalDate promisedDate,
        int graceDays, List<InvoiceId> invoices, @Nullable String contact, @Nullable PromiseId replaces,
        @Nullable Integer policyVersion, LocalDate effectiveDate) implements CustomerAccountEvent {

    /** The last day on which money keeps it. */
    public LocalDate lastDay() {
        return promisedDate.plusDays(graceDays);
    }
}
