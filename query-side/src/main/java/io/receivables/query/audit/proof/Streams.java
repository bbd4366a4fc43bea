package io.receivables.query.audit.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** To which history each kind of fact belongs, and which of its fields names the thing that the history is of. */
final class Streams {

    private static final Map<String, Stream> OF_TYPE = new HashMap<>();

    private record Stream(String type, String idField) {}

    static {
        stream("LegalEntity", "legalEntity", "LegalEntityRegistered", "LegalEntityChanged");
        stream("CreditPolicy", "legalEntity", "CreditPolicySet");
        stream("AccountingPeriod", "legalEntity", "PeriodClosed", "PeriodReopened");
        stream("AccountMapping", "legalEntity", "AccountMappingSet");
        stream("CreditGroup", "creditGroupId", "CreditGroupLimitSet", "CreditGroupLimitRequested",
                "CreditGroupLimitRejected");
        stream("ApprovalAttempts", "approvalId", "ApprovalRefused");
        stream("ReferenceRate", "rate", "ReferenceRateSet");
        stream("CustomerAccount", "accountId", "CustomerAccountOpened", "TermsChanged", "DebtorClassChanged",
                "AccountClosed", "AccountReopened", "ContactChanged", "ContactErased", "ExposureReported",
                "CreditGroupJoined", "CreditGroupLeft", "CreditHoldPlaced", "CreditHoldReleased",
                "CreditLimitRequested", "CreditLimitSet", "CreditLimitRejected", "CreditOverrideRequested",
                "CreditOverrideApproved", "CreditOverrideRejected", "DunningProcedureAssigned", "DunningBlockPlaced",
                "DunningBlockReleased", "PromiseMade", "PromiseWithdrawn", "PromiseJudged", "PaymentPlanProposed",
                "PaymentPlanAccepted", "PaymentPlanBreached", "PaymentPlanResumed", "PaymentPlanNoticeGiven",
                "PaymentPlanAccelerated", "PaymentPlanCancelled", "PaymentPlanCompleted", "FinalNoticeServed",
                "AgencyPlacementMade", "AgencyPlacementRecalled", "AgencyPaymentReported", "LegalActionTaken",
                "LegalActionClosed", "InsolvencyOpened", "InsolvencyClaimDeclared", "InsolvencyLifted");
        stream("Invoice", "invoiceId", "InvoiceIssued", "InvoiceCancelled", "InvoiceRescheduled",
                "InvoiceReclassified", "InvoiceSettledInPart", "InvoiceSettlementReversed", "InvoiceCharged",
                "InvoiceChargeReversed", "InvoiceDunningBlocked", "InvoiceDunningBlockReleased", "WriteOffRequested",
                "WriteOffApprovalGiven", "InvoiceWrittenOff", "WriteOffRejected", "WriteOffReversed",
                "WrittenOffAmountRecovered", "RecoveryReversed", "InvoiceMarkedDoubtful", "DoubtfulReleased",
                "DisputeRaised", "DisputeReassigned", "DisputeResolved", "SmallDifferenceWrittenOff",
                "SmallDifferenceReversed", "InvoiceFactored", "InvoiceBoughtBack", "InvoicePaidToFactor",
                "InvoicePaidToFactorReversed", "LimitationInterrupted", "LimitationInterruptionVoided");
        stream("LateCharge", "chargeId", "LateChargeClaimed", "LateChargeSettledInPart",
                "LateChargeSettlementReversed", "LateChargeReversed");
        stream("Payment", "paymentId", "PaymentReceived", "PaymentIdentified", "PaymentAllocated",
                "PaymentAllocationReversed", "PaymentReversed", "PaymentTransferred", "PaymentTransferReversed",
                "ReceivedTransferReversed", "PaymentUsedForRecovery", "PaymentUseForRecoveryReversed",
                "SmallDifferenceTaken", "SmallDifferenceGivenBack", "PaymentHeldForFactor",
                "PaymentHeldForFactorReversed");
        stream("CreditNote", "creditNoteId", "CreditNoteIssued", "CreditNoteAllocated",
                "CreditNoteAllocationReversed", "CreditNoteCancelled");
        stream("", "source", "RefundRequested", "RefundApprovalGiven", "RefundApproved", "RefundRejected",
                "RefundPaidOut", "RefundReturned", "CreditWriteOffRequested", "CreditWriteOffApprovalGiven",
                "CreditWrittenOff", "CreditWriteOffRejected", "CreditWriteOffReversed");
        stream("CollectionCase", "subject", "CaseOwnerAssigned", "CaseOwnerReleased", "CaseSnoozed", "CaseWoken",
                "NextActionPlanned", "NextActionDone");
        stream("DunningRun", "runId", "DunningRunBegun", "DunningRunCompleted");
        stream("DunningLetter", "letterId", "DunningLetterIssued", "DunningLetterDelivered",
                "DunningLetterDeliveryFailed", "DunningLetterSentAgain");
        stream("Contact", "contactId", "ContactLogged");
        stream("Factoring", "factoringId", "ReceivablesFactored", "FactoredItemsBoughtBack",
                "FactorSettlementReported", "FactorSettlementReversed", "FactorDebtIncurred", "FactorDebtReversed",
                "FactorPaidOver");
    }

    private Streams() {}

    private static void stream(String type, String idField, String... facts) {
        for (var fact : facts) {
            OF_TYPE.put(fact, new Stream(type, idField));
        }
    }

    /** Every kind of fact that the second reading knows. */
    static Set<String> knownFacts() {
        return Set.copyOf(OF_TYPE.keySet());
    }

    static String type(String fact, JsonNode data) {
        var stream = of(fact);
        return stream.idField().equals("source") ? ofSource(data) : stream.type();
    }

    static String id(String fact, JsonNode data) {
        var stream = of(fact);
        return switch (stream.idField()) {
            case "source" -> Fact.required(data.path("source"), "id");
            case "approvalId" -> Fact.required(data, "subject") + "/" + Fact.required(data, "approvalId");
            case "subject" -> (Fact.required(data.path("subject"), "kind").equals("ACCOUNT") ? "account/" : "payment/")
                    + Fact.required(data.path("subject"), "id");
            default -> Fact.required(data, stream.idField());
        };
    }

    /** What happens to a credit of a customer is in the history of the payment or credit note. */
    private static String ofSource(JsonNode data) {
        return Fact.required(data.path("source"), "kind").equals("PAYMENT") ? "Payment" : "CreditNote";
    }

    private static Stream of(String fact) {
        var stream = OF_TYPE.get(fact);
        if (stream == null) {
            throw new IllegalStateException("the second reading does not know what " + fact + " means");
        }
        return stream;
    }
}
