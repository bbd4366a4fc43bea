package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.contact.ContactDirection;
import io.receivables.events.contact.ContactId;
import io.receivables.events.contact.ContactKind;
import io.receivables.events.contact.ContactLogged;
import io.receivables.events.contact.NextAction;
import io.receivables.events.dunning.DunnedItem;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningLetterIssued;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.policy.LetterChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One contact with a customer: one that somebody has entered, or a letter of ours.
 *
 * @param contactId absent for a letter
 * @param note absent for a letter, whose text is kept with it
 * @param letter absent for what somebody has entered
 * @param loggedBy absent for a letter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactResource(@Nullable ContactId contactId, AccountId accountId, ContactKind kind,
        ContactDirection direction, LocalDate date, @Nullable Instant at, @Nullable String outcome,
        @Nullable String note, List<InvoiceId> invoices, @Nullable NextAction nextAction, @Nullable Letter letter,
        @Nullable String loggedBy, long version, @Nullable Long position) implements Versioned {

    /**
     * A letter that reminds.
     *
     * @param delivery WAITING, DELIVERED or FAILED
     */
    public record Letter(DunningLetterId letterId, int level, boolean finalNotice, String delivery) {}

    public static ContactResource of(ContactLogged logged) {
        return new ContactResource(logged.contactId(), logged.accountId(), logged.kind(), logged.direction(),
                logged.effectiveDate(), logged.at(), logged.outcome(), logged.note(), logged.invoices(),
                logged.nextAction(), null, logged.loggedBy(), 1, null);
    }

    public static ContactResource of(DunningLetterIssued issued, String delivery) {
        return new ContactResource(null, issued.accountId(),
                issued.channel() == LetterChannel.EMAIL ? ContactKind.EMAIL : ContactKind.LETTER,
                ContactDirection.OUTGOING, issued.effectiveDate(), null, null, null,
                Stream.concat(issued.items().stream(), issued.besides().stream())
                        .map(DunnedItem::invoiceId)
                        .distinct()
                        .toList(),
                null, new Letter(issued.letterId(), issued.level(), issued.finalNotice(), delivery), null, 1, null);
    }

    @Override
    public ContactResource at(long position) {
        return new ContactResource(contactId, accountId, kind, direction, date, at, outcome, note, invoices,
                nextAction, letter, loggedBy, version, position);
    }
}
