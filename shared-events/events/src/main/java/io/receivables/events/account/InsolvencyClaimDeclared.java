package io.receivables.events.account;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Our claim was declared in the procedure; that starts the limitation of the invoices anew.
 *
 * @param late whether it was after the last day to declare it
 */
@Revision("1")
public record InsolvencyClaimDeclared(AccountId accountId, LegalEntityId legalEntity, InsolvencyId insolvencyId,
        Money amount, List<InvoiceId> invoices, @Nullable String reference, boolean late,
        LocalDate effectiveDate) implements CollectionEvent {}
