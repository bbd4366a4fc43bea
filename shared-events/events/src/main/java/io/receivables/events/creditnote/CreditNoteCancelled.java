package io.receivables.events.creditnote;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** The credit note is void from this date on; its number stays used. */
@Revision("1")
public record CreditNoteCancelled(CreditNoteId creditNoteId, AccountId accountId, LegalEntityId legalEntity,
        Money amount, String reason, LocalDate effectiveDate) implements CreditNoteEvent {}
