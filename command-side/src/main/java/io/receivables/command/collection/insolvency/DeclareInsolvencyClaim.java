package io.receivables.command.collection.insolvency;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.InsolvencyId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Declares our claim in the procedure.
 *
 * @param amount null for all that is open of the invoices
 * @param invoices null for all that are open and arose before the procedure was opened
 */
record DeclareInsolvencyClaim(AccountId accountId, InsolvencyId insolvencyId, @Nullable Money amount,
        @Nullable List<InvoiceId> invoices, @Nullable String reference, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
