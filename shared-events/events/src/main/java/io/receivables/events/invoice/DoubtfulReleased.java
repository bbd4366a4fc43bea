package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** What was marked is not doubtful any more from this date on. */
@Revision("1")
public record DoubtfulReleased(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        DoubtfulId doubtfulId, Money amount, String reason, LocalDate effectiveDate) implements InvoiceEvent {}
