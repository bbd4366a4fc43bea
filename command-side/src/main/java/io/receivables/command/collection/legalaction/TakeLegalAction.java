package io.receivables.command.collection.legalaction;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.LegalActionId;
import io.receivables.events.account.LegalActionKind;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings claims to court.
 *
 * @param invoices null for all that are open
 */
record TakeLegalAction(AccountId accountId, LegalActionId legalActionId, LegalActionKind kind,
        @Nullable String courtReference,
        @Nullable List<InvoiceId> invoices, boolean interruptsLimitation, LocalDate effectiveDate) implements Command {

    @Override
    public String target() {
        return StreamType.ACCOUNT.streamId(accountId);
    }
}
