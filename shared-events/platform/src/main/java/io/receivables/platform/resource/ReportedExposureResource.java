package io.receivables.platform.resource;

import io.receivables.events.account.AccountId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What other systems have reported of an account's exposure so far. */
public record ReportedExposureResource(AccountId accountId, Money deliveredNotInvoiced, Money openOrders, Money drafts,
        Money secured, LocalDate effectiveDate, long version, @Nullable Long position) implements Versioned {

    @Override
    public ReportedExposureResource at(long at) {
        return new ReportedExposureResource(accountId, deliveredNotInvoiced, openOrders, drafts, secured, effectiveDate,
                version, at);
    }
}
