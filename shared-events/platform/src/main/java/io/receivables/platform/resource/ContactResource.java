package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.contact.ContactDirection;
import io.receivables.events.contact.ContactId;
import io.receivables.events.contact.ContactKind;
import io.receivables.events.contact.ContactLogged;
import io.receivables.events.contact.NextAction;
import io.receivables.events.invoice.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One contact with a customer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactResource(ContactId contactId, AccountId accountId, ContactKind kind, ContactDirection direction,
        LocalDate date, @Nullable Instant at, @Nullable String outcome, String note, List<InvoiceId> invoices,
        @Nullable NextAction nextAction, String loggedBy, long version,
        @Nullable Long position) implements Versioned {

    public static ContactResource of(ContactLogged logged) {
        return new ContactResource(logged.contactId(), logged.accountId(), logged.kind(), logged.direction(),
                logged.effectiveDate(), logged.at(), logged.outcome(), logged.note(), logged.invoices(),
                logged.nextAction(), logged.loggedBy(), 1, null);
    }

    @Override
    public ContactResource at(long position) {
        return new ContactResource(contactId, accountId, kind, direction, date, at, outcome, note, invoices,
                nextAction, loggedBy, version, position);
    }
}
