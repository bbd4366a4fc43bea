package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.invoice.DoubtfulId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A mark that (a part of) an invoice is doubtful. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DoubtfulResource(DoubtfulId doubtfulId, InvoiceId invoiceId, AccountId accountId, Money amount,
        String reason, LocalDate effectiveDate, @Nullable LocalDate releasedDate, long version,
        @Nullable Long position) implements Versioned {

    @Override
    public DoubtfulResource at(long position) {
        return new DoubtfulResource(doubtfulId, invoiceId, accountId, amount, reason, effectiveDate, releasedDate,
                version, position);
    }
}
