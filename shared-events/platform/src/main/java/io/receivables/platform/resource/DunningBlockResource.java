package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stop to reminders that a person has put on an invoice or an account.
 *
 * @param invoiceId null: on everything of the account
 * @param until the last day; null: until it is released
 * @param releasedDate null while it stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningBlockResource(DunningBlockId blockId, AccountId accountId, @Nullable InvoiceId invoiceId,
        String reason, String placedBy, LocalDate effectiveDate, @Nullable LocalDate until,
        @Nullable LocalDate releasedDate, long version, @Nullable Long position) implements Versioned {

    @Override
    public DunningBlockResource at(long at) {
        return new DunningBlockResource(blockId, accountId, invoiceId, reason, placedBy, effectiveDate, until,
                releasedDate, version, at);
    }
}
