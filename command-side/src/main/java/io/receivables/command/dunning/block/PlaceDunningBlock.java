package io.receivables.command.dunning.block;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.dunning.DunningBlockId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Stops reminders.
 *
 * @param subject of what
 * @param until the last day; null: until it is released
 */
record PlaceDunningBlock(Subject subject, DunningBlockId blockId, String reason, @Nullable LocalDate until,
        LocalDate effectiveDate) implements Command {

    /** What is blocked. */
    sealed interface Subject {

        String streamId();

        record OfInvoice(InvoiceId invoiceId) implements Subject {

            @Override
            public String streamId() {
                return StreamType.INVOICE.streamId(invoiceId);
            }
        }

        record OfAccount(AccountId accountId) implements Subject {

            @Override
            public String streamId() {
                return StreamType.ACCOUNT.streamId(accountId);
            }
        }
    }

    @Override
    public String target() {
        return subject.streamId();
    }
}
