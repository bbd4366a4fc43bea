package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The claim went to court.
 *
 * @param interruptsLimitation whether it starts the limitation of the invoices anew; each of them has a fact of its own
 */
@Revision("1")
public record LegalActionTaken(AccountId accountId, LegalEntityId legalEntity, LegalActionId legalActionId,
        LegalActionKind kind, @Nullable String courtReference, List<InvoiceId> invoices, boolean interruptsLimitation,
        LocalDate effectiveDate) implements CollectionEvent {}
