package io.receivables.command.collection.finalnotice;

import io.receivables.command.collection.ItemBody;
import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.FinalNoticeId;
import io.receivables.events.invoice.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the customer formally on notice to pay.
 *
 * @param items null for all invoices that are overdue
 */
record ServeFinalNotice(AccountId accountId, FinalNoticeId finalNoticeId, @Nullable List<ItemBody> items,
        List<Evidence> evidence, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
