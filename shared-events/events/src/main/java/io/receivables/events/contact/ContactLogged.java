package io.receivables.events.contact;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody spoke with the customer, wrote or was written to.
 *
 * @param outcome what came of it, in a word
 * @param note free text, which may name people
 * @param at the moment, where it is known; else the day alone counts
 * @param loggedBy who has entered it
 */
@Revision("1")
public record ContactLogged(ContactId contactId, AccountId accountId, LegalEntityId legalEntity, ContactKind kind,
        ContactDirection direction, @Nullable String outcome, String note, @Nullable Instant at,
        List<InvoiceId> invoices, @Nullable NextAction nextAction, String loggedBy,
        LocalDate effectiveDate) implements ContactEvent {}
