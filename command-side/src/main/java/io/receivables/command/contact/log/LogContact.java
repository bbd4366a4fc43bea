package io.receivables.command.contact.log;

import io.receivables.command.stream.Command;
import io.receivables.command.stream.StreamType;
import io.receivables.events.account.AccountId;
import io.receivables.events.contact.ContactDirection;
import io.receivables.events.contact.ContactId;
import io.receivables.events.contact.ContactKind;
import io.receivables.events.contact.NextAction;
import io.receivables.events.invoice.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes a call, a mail, a letter or a visit.
 *
 * @param at the moment; null where the day alone is known
 * @param date the day; null where the moment is known
 */
record LogContact(AccountId accountId, ContactId contactId, ContactKind kind, ContactDirection direction,
        @Nullable String outcome, String note, @Nullable Instant at, @Nullable LocalDate date,
        List<InvoiceId> invoices, @Nullable NextAction nextAction) implements Command {

    @Override
    public Collection<String> streams() {
        return List.of(StreamType.CONTACT.streamId(contactId));
    }

    @Override
    public String datePointer() {
        return "/at";
    }
}
