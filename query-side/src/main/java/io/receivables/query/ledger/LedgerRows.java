package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.accountmapping.AccountMappingEvent;
import io.receivables.events.approval.ApprovalEvent;
import io.receivables.events.charge.LateChargeEvent;
import io.receivables.events.collectioncase.CollectionCaseEvent;
import io.receivables.events.contact.ContactEvent;
import io.receivables.events.creditgroup.CreditGroupEvent;
import io.receivables.events.creditnote.CreditNoteEvent;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.dunning.DunningLetterEvent;
import io.receivables.events.dunning.DunningRunEvent;
import io.receivables.events.entity.LegalEntityEvent;
import io.receivables.events.factoring.FactoringEvent;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.period.AccountingPeriodEvent;
import io.receivables.events.policy.CreditPolicyEvent;
import io.receivables.events.rate.ReferenceRateEvent;
import io.receivables.events.refund.RefundEvent;
import java.util.List;

/** The pure fold: what each fact adds to the books. It reads no clock and no table, so a replay gives the same rows. */
final class LedgerRows {

    private LedgerRows() {}

    static List<Row> of(ReceivablesEvent event) {
        return switch (event) {
            case CustomerAccountEvent account -> AccountRows.of(account);
            case InvoiceEvent invoice -> InvoiceRows.of(invoice);
            case LateChargeEvent charge -> LateChargeRows.of(charge);
            case PaymentEvent payment -> PaymentRows.of(payment);
            case CreditNoteEvent creditNote -> CreditNoteRows.of(creditNote);
            case RefundEvent refund -> RefundRows.of(refund);
            case CreditWriteOffEvent writeOff -> CreditWriteOffRows.of(writeOff);
            case CollectionCaseEvent it -> CollectionCaseRows.of(it);
            case DunningRunEvent run -> DunningRows.of(run);
            case DunningLetterEvent letter -> DunningRows.of(letter);
            case FactoringEvent factoring -> FactoringRows.of(factoring);
            case CreditGroupEvent group -> CreditGroupRows.of(group);
            // Told from their history alone.
            case AccountMappingEvent mapping -> List.of();
            case ApprovalEvent attempt -> List.of();
            case ContactEvent contact -> List.of();
            case LegalEntityEvent entity -> List.of();
            case CreditPolicyEvent policy -> List.of();
            case ReferenceRateEvent rate -> List.of();
            case AccountingPeriodEvent period -> List.of();
            default -> throw new IllegalArgumentException("no rows are known for " + event.getClass());
        };
    }
}
