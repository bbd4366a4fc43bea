package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.accountmapping.AccountMappingEvent;
import io.receivables.events.approval.ApprovalEvent;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.LateChargeEvent;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.collectioncase.CollectionCaseEvent;
import io.receivables.events.contact.ContactEvent;
import io.receivables.events.creditgroup.CreditGroupEvent;
import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.events.creditnote.CreditNoteEvent;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.creditwriteoff.CreditWriteOffEvent;
import io.receivables.events.dunning.DunningLetterEvent;
import io.receivables.events.dunning.DunningLetterId;
import io.receivables.events.dunning.DunningRunEvent;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityEvent;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.factoring.FactoringEvent;
import io.receivables.events.factoring.FactoringId;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.period.AccountingPeriodEvent;
import io.receivables.events.policy.CreditPolicyEvent;
import io.receivables.events.rate.ReferenceRateEvent;
import io.receivables.events.refund.RefundEvent;

/** The thing whose history a fact belongs to: its type and its bare id, as the API shows them. */
public record StreamKey(String type, String id) {

    public static StreamKey of(InvoiceId id) {
        return new StreamKey("Invoice", id.value());
    }

    public static StreamKey of(PaymentId id) {
        return new StreamKey("Payment", id.value());
    }

    public static StreamKey of(CreditNoteId id) {
        return new StreamKey("CreditNote", id.value());
    }

    public static StreamKey of(ChargeId id) {
        return new StreamKey("LateCharge", id.value());
    }

    public static StreamKey of(FactoringId id) {
        return new StreamKey("Factoring", id.value());
    }

    public static StreamKey of(AccountId id) {
        return new StreamKey("CustomerAccount", id.value());
    }

    public static StreamKey of(LegalEntityId id) {
        return new StreamKey("LegalEntity", id.value());
    }

    /** The work on an account or an unidentified payment. */
    public static StreamKey of(CaseSubject subject) {
        return new StreamKey("CollectionCase", subject.toString());
    }

    public static StreamKey of(DunningRunId id) {
        return new StreamKey("DunningRun", id.value());
    }

    public static StreamKey of(DunningLetterId id) {
        return new StreamKey("DunningLetter", id.value());
    }

    /** The credit policy of a legal entity. */
    public static StreamKey ofPolicy(LegalEntityId id) {
        return new StreamKey("CreditPolicy", id.value());
    }

    public static StreamKey of(CreditGroupId id) {
        return new StreamKey("CreditGroup", id.value());
    }

    /** The accounting periods of a legal entity. */
    public static StreamKey ofPeriods(LegalEntityId id) {
        return new StreamKey("AccountingPeriod", id.value());
    }

    /** The stream of a document. */
    public static StreamKey of(DocumentType type, String id) {
        return switch (type) {
            case INVOICE -> of(new InvoiceId(id));
            case PAYMENT -> of(new PaymentId(id));
            case CREDIT_NOTE -> of(new CreditNoteId(id));
            case CHARGE -> of(new ChargeId(id));
        };
    }

    /** The stream of a fact. */
    public static StreamKey of(ReceivablesEvent event) {
        return switch (event) {
            case LegalEntityEvent entity -> of(entity.legalEntity());
            case CreditPolicyEvent policy -> ofPolicy(policy.legalEntity());
            case AccountingPeriodEvent period -> ofPeriods(period.legalEntity());
            case AccountMappingEvent mapping -> new StreamKey("AccountMapping", mapping.legalEntity().value());
            case CreditGroupEvent group -> of(group.creditGroupId());
            case ReferenceRateEvent rate -> new StreamKey("ReferenceRate", rate.rate());
            case CustomerAccountEvent account -> of(account.accountId());
            case CollectionCaseEvent it -> of(it.subject());
            case DunningRunEvent run -> of(run.runId());
            case DunningLetterEvent letter -> of(letter.letterId());
            case InvoiceEvent invoice -> of(invoice.invoiceId());
            case LateChargeEvent charge -> of(charge.chargeId());
            case PaymentEvent payment -> of(payment.paymentId());
            case ApprovalEvent it -> new StreamKey("ApprovalAttempts", it.subject() + "/" + it.approvalId());
            case ContactEvent contact -> new StreamKey("Contact", contact.contactId().value());
            case FactoringEvent factoring -> of(factoring.factoringId());
            case CreditNoteEvent creditNote -> of(creditNote.creditNoteId());
            case RefundEvent refund -> of(DocumentType.of(refund.source()), refund.source().id());
            case CreditWriteOffEvent writeOff ->
                of(DocumentType.of(writeOff.source()), writeOff.source().id());
            default -> throw new IllegalArgumentException("no stream is known for " + event.getClass());
        };
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
