package io.receivables.events.invoice;

import io.receivables.events.account.AccountId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactoringId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The debtor has paid the factor: the twin of {@code FactorSettlementReported}.
 *
 * @param derecognised whether what was assigned is not owed to us any more
 */
@Revision("1")
public record InvoicePaidToFactor(InvoiceId invoiceId, AccountId accountId, LegalEntityId legalEntity,
        FactoringId factoringId, boolean derecognised, List<InstalmentAmount> parts,
        LocalDate effectiveDate) implements InvoiceEvent {}
