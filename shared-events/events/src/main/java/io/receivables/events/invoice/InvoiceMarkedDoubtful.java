package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * It is doubtful that this much of the invoice will be paid. Nothing is given up: it stays owed and keeps its age. What is
 * doubtful is never more than what is open.
 */
@Revision("1")
public record InvoiceMarkedDoubtful(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        DoubtfulId doubtfulId, Money amount, String reason, LocalDate effectiveDate) implements InvoiceEvent {}
