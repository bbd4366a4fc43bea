package io.receivables.query.audit.proof;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the history a second time, fact after fact in the order of the store, and tells which rows each should have left in
 * the books. It knows the facts by their stored names alone and shares no code with the projection that it proves.
 */
final class SecondFold {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String INVOICE = "INVOICE";
    private static final String PAYMENT = "PAYMENT";
    private static final String CREDIT_NOTE = "CREDIT_NOTE";
    private static final String CHARGE = "CHARGE";
    /** Of payments, credit notes and late charges, which have no instalments. */
    private static final String WHOLE = "0";

    private final Items items = new Items();
    private final Sums sums = new Sums();
    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, ChangedInvoice> changedInvoices = new HashMap<>();
    private final Set<ChangedInvoice> touched = new LinkedHashSet<>();
    private Expected expected = new Expected(0, Outcome.OF_ALL);
    private long lastRecordedAt;

    /** @param reclassified invoices whose class changes at some time: what moves on them is remembered until then */
    SecondFold(Set<String> reclassified) {
        reclassified.forEach(invoice -> changedInvoices.put(invoice, new ChangedInvoice()));
    }

    /** What the facts so far add up to. */
    Items items() {
        return items;
    }

    Sums sums() {
        return sums;
    }

    /**
     * Reads the next fact.
     *
     * @return the rows that it should have left
     * @throws IllegalStateException if it is of a kind that is not known here: then nothing can be proved
     */
    Expected read(StoredFact stored) {
        var data = JSON.readTree(stored.payload());
        var metadata = JSON.readTree(stored.metadata());
        var type = stored.type();
        var effective = effectiveDate(type, data);
        var late = Fact.text(metadata, "accountingDate");
        // Clocks of several nodes disagree; what is answered rises all the same.
        lastRecordedAt = Math.max(stored.stored(), lastRecordedAt + 1);
        var fact = new Fact(stored.position(), lastRecordedAt, type, data, effective, late == null ? effective : late,
                type.equals("ReferenceRateSet") ? Outcome.OF_ALL : Fact.required(data, "legalEntity"), account(data));
        expected = new Expected(fact.position(), fact.entity());
        log(fact, metadata);
        rows(fact);
        touched.forEach(invoice -> invoice.crossingAt(fact).forEach(this::add));
        touched.clear();
        return expected;
    }

    private void log(Fact fact, JsonNode metadata) {
        var why = Fact.text(metadata, "why");
        expected.add(ProvedTable.EVENT_LOG, Long.toString(fact.recordedAt()), fact.effective(), fact.type(),
                Streams.type(fact.type(), fact.data()), Streams.id(fact.type(), fact.data()), fact.account(),
                fact.entity(), Fact.text(metadata, "who"), why == null ? fact.text("reason") : why,
                fact.accounting().equals(fact.effective()) ? null : fact.accounting());
    }

    private static String effectiveDate(String type, JsonNode data) {
        return switch (type) {
            case "InvoiceIssued", "CreditNoteIssued" -> opening(data, "issueDate");
            case "PaymentReceived" -> data.path("transferredFrom").isObject()
                    ? Fact.required(data.path("transferredFrom"), "effectiveDate")
                    : opening(data, "receivedDate");
            case "RefundPaidOut" -> Fact.required(data, "paidDate");
            case "AccountMappingSet" -> Fact.required(data, "validFrom");
            default -> Fact.required(data, "effectiveDate");
        };
    }

    /** What another ledger had open counts from the cut-over on. */
    private static String opening(JsonNode data, String date) {
        return data.path("opening").isObject()
                ? Fact.required(data.path("opening"), "cutOverDate")
                : Fact.required(data, date);
    }

    private static @Nullable String account(JsonNode data) {
        var subject = data.path("subject");
        return subject.isObject() && "ACCOUNT".equals(Fact.text(subject, "kind"))
                ? Fact.text(subject, "id")
                : Fact.text(data, "accountId");
    }

    private void rows(Fact it) {
        switch (it.type()) {
            case "CustomerAccountOpened" -> accountOpened(it);
            case "InvoiceIssued" -> invoiceIssued(it);
            case "InvoiceCancelled" -> parts(it, "parts", "CANCELLED", null, -1);
            case "InvoiceRescheduled" -> {
                parts(it, "moved", "RESCHEDULED", null, -1);
                instalments(it, "RESCHEDULED");
            }
            case "InvoiceReclassified" -> reclassified(it);
            case "SmallDifferenceWrittenOff" ->
                parts(it, "parts", "SMALL_DIFFERENCE", it.required("allocationId"), -1);
            case "SmallDifferenceReversed" -> parts(it, "parts", "SMALL_DIFFERENCE", it.required("allocationId"), 1);
            case "WriteOffRequested" -> writeOffStep(it, "PENDING");
            case "WriteOffRejected" -> writeOffStep(it, "REJECTED");
            case "InvoiceWrittenOff" -> {
                parts(it, "parts", "WRITE_OFF", it.required("writeOffId"), -1);
                writeOffStep(it, "APPROVED");
                taxRelieved(it, "writeOffId", it.data().path("relief").path("perRate"), 1);
            }
            case "WriteOffReversed" -> {
                parts(it, "parts", "WRITE_OFF", it.required("writeOffId"), 1);
                writeOffStep(it, "REVERSED");
                taxRelieved(it, "writeOffId", it.data().path("relief").path("perRate"), -1);
            }
            case "WrittenOffAmountRecovered" -> {
                invoiceMemo(it, "RECOVERED", "recoveryId", 1);
                taxRelieved(it, "recoveryId", it.data().path("taxDue"), -1);
            }
            case "RecoveryReversed" -> {
                invoiceMemo(it, "RECOVERED", "recoveryId", -1);
                taxRelieved(it, "recoveryId", it.data().path("taxDue"), 1);
            }
            case "InvoiceMarkedDoubtful" -> invoiceMemo(it, "DOUBTFUL", "doubtfulId", 1);
            case "DoubtfulReleased" -> invoiceMemo(it, "DOUBTFUL", "doubtfulId", -1);
            case "DisputeRaised" -> {
                invoiceMemo(it, "DISPUTED", "disputeId", 1);
                agreement(it, "DISPUTE", "disputeId", "OPEN", "amount", it.text("deadline"));
            }
            case "DisputeReassigned" -> agreement(it, "DISPUTE", "disputeId", "OPEN", null, it.text("deadline"));
            case "DisputeResolved" -> {
                invoiceMemo(it, "DISPUTED", "disputeId", -1);
                agreement(it, "DISPUTE", "disputeId", "RESOLVED", "amount", null);
            }
            case "LimitationInterrupted" -> interruption(it, it.required("kind"), "1");
            case "LimitationInterruptionVoided" -> interruption(it, null, "-1");
            case "LateChargeClaimed" -> chargeClaimed(it);
            case "LateChargeReversed" -> whole(it, CHARGE, it.required("chargeId"), "CHARGED", null, -1);
            case "PaymentReceived" -> paymentReceived(it);
            case "PaymentIdentified" -> paymentIdentified(it);
            case "PaymentTransferred" -> {
                begins(it, PAYMENT, it.required("toPaymentId"), it.text("reference"), it.required("toAccountId"),
                        it.required("receivedDate"), "amount", null);
                items.add(PAYMENT, it.required("toPaymentId"), WHOLE, it.position(), it.entity(),
                        it.required("receivedDate"), null, null, it.required("receivedDate"));
                transferred(it, 1);
            }
            case "PaymentTransferReversed" -> transferred(it, -1);
            case "PaymentAllocated" -> settled(it, PAYMENT, it.required("paymentId"), "CASH", 1);
            case "PaymentAllocationReversed" -> settled(it, PAYMENT, it.required("paymentId"), "CASH", -1);
            case "PaymentReversed" -> cash(it, "RETURNED", null, 1);
            case "PaymentUsedForRecovery" -> cash(it, "RECOVERY", it.required("recoveryId"), 1);
            case "PaymentUseForRecoveryReversed" -> cash(it, "RECOVERY", it.required("recoveryId"), -1);
            case "SmallDifferenceTaken" -> cash(it, "SMALL_DIFFERENCE", it.required("allocationId"), 1);
            case "SmallDifferenceGivenBack" -> cash(it, "SMALL_DIFFERENCE", it.required("allocationId"), -1);
            case "PaymentHeldForFactor" -> cash(it, "HELD_FOR_FACTOR", it.required("debtId"), 1);
            case "PaymentHeldForFactorReversed" -> cash(it, "HELD_FOR_FACTOR", it.required("debtId"), -1);
            case "CreditNoteIssued" -> creditNoteIssued(it);
            case "CreditNoteAllocated" -> settled(it, CREDIT_NOTE, it.required("creditNoteId"), "CREDIT", 1);
            case "CreditNoteAllocationReversed" -> settled(it, CREDIT_NOTE, it.required("creditNoteId"), "CREDIT", -1);
            case "CreditNoteCancelled" -> whole(it, CREDIT_NOTE, it.required("creditNoteId"), "CANCELLED", null, 1);
            case "RefundRequested" -> {
                sourceMemo(it, "REFUND_PENDING", "refundId", 1);
                sourceStep(it, "REFUND", "refundId", "PENDING");
            }
            case "RefundApproved" -> sourceStep(it, "REFUND", "refundId", "APPROVED");
            case "RefundRejected" -> {
                sourceMemo(it, "REFUND_PENDING", "refundId", -1);
                sourceStep(it, "REFUND", "refundId", "REJECTED");
            }
            case "RefundPaidOut" -> {
                source(it, "REFUNDED", "refundId", 1);
                sourceMemo(it, "REFUND_PENDING", "refundId", -1);
                sourceStep(it, "REFUND", "refundId", "PAID");
            }
            case "RefundReturned" -> {
                source(it, "REFUNDED", "refundId", -1);
                sourceStep(it, "REFUND", "refundId", "REVERSED");
            }
            case "CreditWriteOffRequested" -> {
                sourceMemo(it, "CREDIT_WRITE_OFF_PENDING", "creditWriteOffId", 1);
                sourceStep(it, "CREDIT_WRITE_OFF", "creditWriteOffId", "PENDING");
            }
            case "CreditWrittenOff" -> {
                source(it, "CREDIT_WRITE_OFF", "creditWriteOffId", 1);
                if (it.text("approvedBy") != null) { // else it was never pending
                    sourceMemo(it, "CREDIT_WRITE_OFF_PENDING", "creditWriteOffId", -1);
                }
                sourceStep(it, "CREDIT_WRITE_OFF", "creditWriteOffId", "APPROVED");
            }
            case "CreditWriteOffRejected" -> {
                sourceMemo(it, "CREDIT_WRITE_OFF_PENDING", "creditWriteOffId", -1);
                sourceStep(it, "CREDIT_WRITE_OFF", "creditWriteOffId", "REJECTED");
            }
            case "CreditWriteOffReversed" -> {
                source(it, "CREDIT_WRITE_OFF", "creditWriteOffId", -1);
                sourceStep(it, "CREDIT_WRITE_OFF", "creditWriteOffId", "REVERSED");
            }
            case "CreditLimitRequested" -> accountStep(it, "CREDIT_LIMIT", "creditLimitId", "PENDING");
            case "CreditLimitSet" -> accountStep(it, "CREDIT_LIMIT", "creditLimitId", "APPROVED");
            case "CreditLimitRejected" -> accountStep(it, "CREDIT_LIMIT", "creditLimitId", "REJECTED");
            case "CreditOverrideRequested" -> accountStep(it, "CREDIT_OVERRIDE", "creditOverrideId", "PENDING");
            case "CreditOverrideApproved" -> accountStep(it, "CREDIT_OVERRIDE", "creditOverrideId", "APPROVED");
            case "CreditOverrideRejected" -> accountStep(it, "CREDIT_OVERRIDE", "creditOverrideId", "REJECTED");
            case "CreditGroupLimitRequested" -> groupStep(it, "PENDING");
            case "CreditGroupLimitSet" -> groupStep(it, "APPROVED");
            case "CreditGroupLimitRejected" -> groupStep(it, "REJECTED");
            case "PromiseMade" -> agreement(it, "PROMISE", "promiseId", "OPEN", "amount",
                    LocalDate.parse(it.required("promisedDate"))
                            .plusDays(it.data().path("graceDays").asInt())
                            .toString());
            case "PromiseWithdrawn" -> agreement(it, "PROMISE", "promiseId", "WITHDRAWN", null, null);
            case "PromiseJudged" -> agreement(it, "PROMISE", "promiseId", it.required("outcome"), null, null);
            case "PaymentPlanProposed" -> plan(it, "PROPOSED");
            case "PaymentPlanAccepted", "PaymentPlanResumed" -> plan(it, "IN_FORCE");
            case "PaymentPlanBreached" -> plan(it, "BREACHED");
            case "PaymentPlanAccelerated" -> plan(it, "ACCELERATED");
            case "PaymentPlanCancelled" -> plan(it, "CANCELLED");
            case "PaymentPlanCompleted" -> plan(it, "COMPLETED");
            case "FinalNoticeServed" -> escalatedItems(it, "FINAL_NOTICE", "finalNoticeId", "1");
            case "AgencyPlacementMade" -> escalatedItems(it, "AGENCY", "placementId", "1");
            case "AgencyPlacementRecalled" -> escalatedItems(it, "AGENCY", "placementId", "-1");
            case "LegalActionTaken" -> it.list("invoices")
                    .forEach(invoice -> escalation(it, "LEGAL_ACTION", "legalActionId", invoice.asString(), null,
                            "1"));
            case "LegalActionClosed" -> escalation(it, "LEGAL_ACTION", "legalActionId", null, null, "-1");
            case "InsolvencyOpened" -> escalation(it, "INSOLVENCY", "insolvencyId", null, null, "1");
            case "InsolvencyLifted" -> escalation(it, "INSOLVENCY", "insolvencyId", null, null, "-1");
            case "ReceivablesFactored" -> {
                factored(it, true, "FACTORED", -1, null);
                entries(it, "items", "ASSIGNED", 1, it.text("guaranteeFundPercent"));
            }
            case "FactoredItemsBoughtBack" -> {
                factored(it, true, "FACTORED", 1, null);
                entries(it, "items", "BOUGHT_BACK", -1, null);
            }
            case "FactorSettlementReported" -> {
                factored(it, false, "PAID_TO_FACTOR", -1, it.effective());
                entries(it, "items", "SETTLED", -1, null);
            }
            case "FactorSettlementReversed" -> {
                var reported = it.text("reportedDate");
                factored(it, false, "PAID_TO_FACTOR", 1, reported == null ? it.effective() : reported);
                entries(it, "items", "SETTLED", 1, null);
            }
            case "FactorDebtIncurred" -> {
                entries(it, "items", "COLLECTED", -1, null);
                owedToFactor(it, "OWED", 1);
            }
            case "FactorDebtReversed" -> {
                entries(it, "claimable", "COLLECTED", 1, null);
                owedToFactor(it, "OWED", -1);
            }
            case "FactorPaidOver" -> entry(it, "PAID_OVER", null, null, it.currency("amount"), -it.amount("amount"),
                    null);
            case "DunningRunBegun" ->
                expected.add(ProvedTable.DUNNING_RUN, it.required("runId"), it.entity(), it.effective());
            case "DunningLetterIssued" -> letter(it);
            case "CaseOwnerAssigned" -> caseChange(it, "OWNER", it.required("owner"), null);
            case "CaseOwnerReleased" -> caseChange(it, "OWNER", null, null);
            case "CaseSnoozed" -> caseChange(it, "SNOOZE", null, it.required("until"));
            case "CaseWoken" -> caseChange(it, "SNOOZE", null, null);
            case "NextActionPlanned" -> caseChange(it, "NEXT_ACTION", it.required("what"), it.required("dueDate"));
            case "NextActionDone" -> caseChange(it, "NEXT_ACTION", null, null);
            // The same money as in another fact, told to the other document; that one counts.
            case "InvoiceSettledInPart", "InvoiceSettlementReversed", "InvoiceCharged", "InvoiceChargeReversed",
                    "LateChargeSettledInPart", "LateChargeSettlementReversed", "ReceivedTransferReversed",
                    "InvoiceFactored", "InvoiceBoughtBack", "InvoicePaidToFactor", "InvoicePaidToFactorReversed" ->
                {
                }
            // Read from the log alone.
            case "LegalEntityRegistered", "LegalEntityChanged", "CreditPolicySet", "ReferenceRateSet", "PeriodClosed",
                    "PeriodReopened", "AccountMappingSet", "ApprovalRefused", "ContactLogged", "TermsChanged",
                    "CreditHoldPlaced", "CreditHoldReleased", "ExposureReported", "CreditGroupJoined",
                    "CreditGroupLeft", "DebtorClassChanged", "AccountClosed", "AccountReopened", "ContactChanged",
                    "ContactErased", "DunningProcedureAssigned", "DunningBlockPlaced", "DunningBlockReleased",
                    "InvoiceDunningBlocked", "InvoiceDunningBlockReleased", "WriteOffApprovalGiven",
                    "RefundApprovalGiven", "CreditWriteOffApprovalGiven", "PaymentPlanNoticeGiven",
                    "AgencyPaymentReported", "InsolvencyClaimDeclared", "DunningRunCompleted",
                    "DunningLetterDelivered", "DunningLetterDeliveryFailed", "DunningLetterSentAgain" ->
                {
                }
            default -> throw new IllegalStateException("the second reading does not know what " + it.type()
                    + " means");
        }
    }

    private void accountOpened(Fact it) {
        classes.put(it.required("accountId"), it.required("receivableClass"));
        expected.add(ProvedTable.ACCOUNT, it.account(), it.required("customerId"), it.entity(),
                it.required("currency"), it.required("receivableClass"), it.effective());
    }

    private void invoiceIssued(Fact it) {
        begins(it, INVOICE, it.required("invoiceId"), it.required("invoiceNumber"), it.account(),
                it.required("issueDate"), "total", net(it));
        if (it.data().path("terms").path("legalMaximum").path("exceeded").asBoolean(false)) {
            expected.add(ProvedTable.OVER_LEGAL_MAXIMUM, it.required("invoiceId"));
        }
        instalments(it, it.has("opening") ? "OPENING" : "ISSUED");
    }

    private void instalments(Fact it, String kind) {
        var id = it.required("invoiceId");
        for (var instalment : it.list("instalments")) {
            var no = instalment.path("no").asString();
            items.add(INVOICE, id, no, it.position(), it.entity(), it.required("issueDate"),
                    Fact.required(instalment, "dueDate"), it.required("receivableClass"), null);
            move(it, it.account(), INVOICE, id, no, kind, null, instalment.path("amount"), 1, null);
        }
    }

    private void chargeClaimed(Fact it) {
        var id = it.required("chargeId");
        begins(it, CHARGE, id, null, it.account(), it.effective(), "amount", null);
        items.add(CHARGE, id, WHOLE, it.position(), it.entity(), it.effective(), it.effective(),
                it.required("receivableClass"), null);
        expected.add(ProvedTable.LATE_CHARGE, id, it.text("invoiceId"), it.required("kind"), it.account(),
                it.effective());
        whole(it, CHARGE, id, "CHARGED", null, 1);
    }

    private void paymentReceived(Fact it) {
        var method = it.required("method");
        if (method.equals("DIRECT_DEBIT") || method.equals("CHEQUE")) {
            var value = it.text("valueDate");
            expected.add(ProvedTable.RETURNABLE_PAYMENT, it.required("paymentId"), it.account(),
                    value == null ? it.required("receivedDate") : value);
        }
        if (it.has("transferredFrom")) {
            return; // told by the payment that it came from
        }
        var id = it.required("paymentId");
        var received = it.required("receivedDate");
        var value = it.text("valueDate");
        begins(it, PAYMENT, id, it.text("reference"), it.account(), received, "amount", null);
        items.add(PAYMENT, id, WHOLE, it.position(), it.entity(), received, null, null,
                value == null ? received : value);
        cash(it, it.has("opening") ? "OPENING" : "RECEIVED", null, -1);
    }

    private void paymentIdentified(Fact it) {
        var id = it.required("paymentId");
        expected.add(ProvedTable.IDENTIFICATION, id, it.account(), it.effective());
        move(it, null, PAYMENT, id, WHOLE, "IDENTIFIED", null, it.data().path("amount"), 1, null);
        move(it, it.account(), PAYMENT, id, WHOLE, "IDENTIFIED", null, it.data().path("amount"), -1, null);
    }

    /** @param sign 1 where cash leaves the fact's own account */
    private void transferred(Fact it, int sign) {
        var from = it.required("paymentId");
        var to = it.required("toPaymentId");
        move(it, it.account(), PAYMENT, from, WHOLE, "TRANSFERRED", to, it.data().path("amount"), sign, null);
        move(it, it.required("toAccountId"), PAYMENT, to, WHOLE, "TRANSFERRED", from, it.data().path("amount"), -sign,
                null);
    }

    private void creditNoteIssued(Fact it) {
        var id = it.required("creditNoteId");
        begins(it, CREDIT_NOTE, id, it.required("creditNoteNumber"), it.account(), it.required("issueDate"), "total",
                net(it));
        items.add(CREDIT_NOTE, id, WHOLE, it.position(), it.entity(), it.required("issueDate"), null, null,
                it.required("issueDate"));
        move(it, it.account(), CREDIT_NOTE, id, WHOLE, it.has("opening") ? "OPENING" : "ISSUED", null,
                it.data().path("total"), -1, null);
    }

    /** Without tax; null where there are no lines that tell it. */
    private static @Nullable String net(Fact it) {
        var lines = it.list("lines");
        return lines.isEmpty()
                ? null
                : Long.toString(lines.stream().mapToLong(line -> Fact.minor(line.path("netAmount"))).sum());
    }

    private void begins(Fact it, String type, String id, @Nullable String number, @Nullable String account,
            String date, String amount, @Nullable String net) {
        expected.add(ProvedTable.DOCUMENT, type, id, number, account, it.entity(), it.currency(amount), date,
                Long.toString(it.amount(amount)), it.effective(), net);
    }

    /** An allocation, or with sign -1 its end: the claim falls by cash or credit and by discount, the source by what it gave. */
    private void settled(Fact it, String source, String sourceId, String kind, int sign) {
        var invoice = it.text("invoiceId");
        var type = invoice == null ? CHARGE : INVOICE;
        var id = invoice == null ? it.required("chargeId") : invoice;
        var allocation = it.required("allocationId");
        var paid = items.paidDate(items.find(source, sourceId, WHOLE));
        long given = 0;
        String currency = null;
        for (var part : it.list("parts")) {
            var no = part.path("instalment").asString();
            long amount = Fact.minor(part.path("amount"));
            currency = Fact.required(part.path("amount"), "currency");
            given += amount;
            if (amount != 0) {
                move(it, it.account(), type, id, no, kind, allocation, part.path("amount"), -sign, paid);
            }
            if (Fact.minor(part.path("discount")) != 0) {
                move(it, it.account(), type, id, no, "DISCOUNT", allocation, part.path("discount"), -sign, null);
            }
        }
        if (given != 0 && currency != null) {
            move(it, it.account(), source, sourceId, WHOLE, "ALLOCATED", allocation, currency, sign * given, null);
        }
    }

    private void parts(Fact it, String field, String kind, @Nullable String reference, int sign) {
        for (var part : it.list(field)) {
            move(it, it.account(), INVOICE, it.required("invoiceId"), part.path("instalment").asString(), kind,
                    reference, part.path("amount"), sign, null);
        }
    }

    private void cash(Fact it, String kind, @Nullable String reference, int sign) {
        whole(it, PAYMENT, it.required("paymentId"), kind, reference, sign);
    }

    private void whole(Fact it, String type, String id, String kind, @Nullable String reference, int sign) {
        move(it, it.account(), type, id, WHOLE, kind, reference, it.data().path("amount"), sign, null);
    }

    /** What moves on the payment or credit note that a refund or write-off of credit is of. */
    private void source(Fact it, String kind, String reference, int sign) {
        whole(it, sourceKind(it), sourceId(it), kind, it.required(reference), sign);
    }

    private static String sourceKind(Fact it) {
        return Fact.required(it.data().path("source"), "kind");
    }

    private static String sourceId(Fact it) {
        return Fact.required(it.data().path("source"), "id");
    }

    /**
     * What was assigned to a factor moves only as it has left the books, or has stayed in them.
     *
     * @param paid the day on which the debtor has paid the factor; null where nobody has paid
     */
    private void factored(Fact it, boolean derecognised, String kind, int sign, @Nullable String paid) {
        if (it.data().path("derecognised").asBoolean() != derecognised) {
            return;
        }
        for (var item : it.list("items")) {
            move(it, it.account(), INVOICE, Fact.required(item, "invoiceId"), item.path("instalment").asString(), kind,
                    it.required("factoringId"), item.path("amount"), sign, paid);
        }
    }

    private void entries(Fact it, String field, String kind, int sign, @Nullable String guaranteeFund) {
        for (var item : it.list(field)) {
            entry(it, kind, Fact.required(item, "invoiceId"), item.path("instalment").asString(),
                    Fact.required(item.path("amount"), "currency"), sign * Fact.minor(item.path("amount")),
                    guaranteeFund);
        }
    }

    private void owedToFactor(Fact it, String kind, int sign) {
        var items = it.list("items");
        entry(it, kind, null, null, Fact.required(items.getFirst().path("amount"), "currency"),
                sign * items.stream().mapToLong(item -> Fact.minor(item.path("amount"))).sum(), null);
    }

    private void entry(Fact it, String kind, @Nullable String invoice, @Nullable String instalment, String currency,
            long amount, @Nullable String guaranteeFund) {
        expected.add(ProvedTable.FACTORING_ENTRY, it.required("factoringId"), it.required("factor"), it.account(),
                it.entity(), currency, it.data().path("derecognised").asBoolean() ? "1" : "0", kind, invoice,
                instalment, Long.toString(amount), guaranteeFund, it.effective());
    }

    private void writeOffStep(Fact it, String status) {
        expected.add(ProvedTable.APPROVAL_STEP, "WRITE_OFF", it.required("writeOffId"), status, INVOICE,
                it.required("invoiceId"), it.account(), it.entity(), it.effective(), null);
    }

    private void sourceStep(Fact it, String kind, String id, String status) {
        expected.add(ProvedTable.APPROVAL_STEP, kind, it.required(id), status, sourceKind(it), sourceId(it),
                it.account(), it.entity(), it.effective(), null);
    }

    private void accountStep(Fact it, String kind, String id, String status) {
        expected.add(ProvedTable.APPROVAL_STEP, kind, it.required(id), status, null, null, it.account(), it.entity(),
                it.effective(), null);
    }

    /** One that was set at once has waited for nobody. */
    private void groupStep(Fact it, String status) {
        var limit = it.text("creditLimitId");
        if (limit != null) {
            expected.add(ProvedTable.APPROVAL_STEP, "CREDIT_GROUP_LIMIT", limit, status, null, null, null, it.entity(),
                    it.effective(), it.required("creditGroupId"));
        }
    }

    private void invoiceMemo(Fact it, String kind, String reference, int sign) {
        memo(it, INVOICE, it.required("invoiceId"), kind, it.required(reference), it.currency("amount"),
                sign * it.amount("amount"));
    }

    private void sourceMemo(Fact it, String kind, String reference, int sign) {
        memo(it, sourceKind(it), sourceId(it), kind, it.required(reference), it.currency("amount"),
                sign * it.amount("amount"));
    }

    /** @param sign 1 for tax that was taken back, -1 for tax that is due again */
    private void taxRelieved(Fact it, String reference, JsonNode shares, int sign) {
        long tax = 0;
        String currency = null;
        for (var share : shares) {
            tax += Fact.minor(share.path("tax"));
            currency = Fact.required(share.path("tax"), "currency");
        }
        if (tax != 0 && currency != null) {
            memo(it, INVOICE, it.required("invoiceId"), "TAX_RELIEVED", it.required(reference), currency, sign * tax);
        }
    }

    private void memo(Fact it, String type, String id, String kind, String reference, String currency, long amount) {
        expected.add(ProvedTable.MEMO, it.account(), it.entity(), currency, type, id, kind, reference,
                Long.toString(amount), it.effective());
    }

    private void agreement(Fact it, String kind, String id, String status, @Nullable String amount,
            @Nullable String due) {
        expected.add(ProvedTable.AGREEMENT_STEP, kind, it.required(id), status, it.account(), it.entity(),
                amount == null ? null : it.currency(amount), kind.equals("DISPUTE") ? it.required("invoiceId") : null,
                amount == null ? null : Long.toString(it.amount(amount)), due,
                kind.equals("DISPUTE") ? it.text("owner") : null, it.effective());
    }

    private void plan(Fact it, String status) {
        agreement(it, "PAYMENT_PLAN", "planId", status, null, null);
    }

    private void interruption(Fact it, @Nullable String kind, String step) {
        for (var no : it.list("instalments")) {
            expected.add(ProvedTable.LIMITATION_INTERRUPTION, it.account(), it.entity(), it.required("invoiceId"),
                    no.asString(), it.required("interruptionId"), kind, step, it.effective());
        }
    }

    private void escalatedItems(Fact it, String kind, String id, String step) {
        for (var item : it.list("items")) {
            escalation(it, kind, id, Fact.required(item, "invoiceId"), item.path("instalment").asString(), step);
        }
    }

    private void escalation(Fact it, String kind, String id, @Nullable String invoice, @Nullable String instalment,
            String step) {
        expected.add(ProvedTable.ESCALATION, it.account(), it.entity(), kind, it.required(id), invoice, instalment,
                step, it.effective());
    }

    private void letter(Fact it) {
        var id = it.required("letterId");
        expected.add(ProvedTable.DUNNING_LETTER, id, it.required("runId"), it.account(), it.entity(),
                it.currency("amountDue"), it.data().path("level").asString(), Long.toString(it.amount("amountDue")),
                it.has("fee") ? Long.toString(it.amount("fee")) : "0", it.effective());
        for (var item : it.list("items")) {
            expected.add(ProvedTable.DUNNING_ITEM, id, it.account(), Fact.required(item, "invoiceId"),
                    item.path("instalment").asString(), item.path("level").asString(), it.effective());
        }
    }

    private void caseChange(Fact it, String aspect, @Nullable String value, @Nullable String day) {
        expected.add(ProvedTable.CASE_CHANGE, Fact.required(it.data().path("subject"), "kind"),
                Fact.required(it.data().path("subject"), "id"), it.entity(), aspect, value, day,
                it.data().path("wakesOnNews").asBoolean(false) ? "1" : "0", it.effective());
    }

    private void reclassified(Fact it) {
        expected.add(ProvedTable.RECLASSIFICATION, it.required("invoiceId"), it.required("from"), it.required("to"),
                it.effective(), it.accounting(), Long.toString(it.recordedAt()));
        var invoice = changedInvoices.get(it.required("invoiceId"));
        if (invoice == null) {
            throw new IllegalStateException("invoice " + it.required("invoiceId")
                    + " changes its class and was not looked for");
        }
        invoice.changed(it);
        touched.add(invoice);
    }

    private void move(Fact it, @Nullable String account, String type, String id, String instalment, String kind,
            @Nullable String reference, JsonNode amount, int sign, @Nullable String paidDate) {
        move(it, account, type, id, instalment, kind, reference, Fact.required(amount, "currency"),
                sign * Fact.minor(amount), paidDate);
    }

    private void move(Fact it, @Nullable String account, String type, String id, String instalment, String kind,
            @Nullable String reference, String currency, long amount, @Nullable String paidDate) {
        int item = items.find(type, id, instalment);
        var ofItem = items.receivableClass(item);
        var movement = new Movement(account, it.entity(), currency, type, id, instalment, items.documentDate(item),
                items.dueDate(item), account == null ? null : ofItem == null ? classes.get(account) : ofItem, kind,
                reference, amount, it.effective(), it.accounting(), it.recordedAt(), paidDate);
        add(movement);
        if (type.equals(INVOICE) && !changedInvoices.isEmpty()) {
            var invoice = changedInvoices.get(id);
            if (invoice != null) {
                invoice.moved(it.position(), movement);
                touched.add(invoice);
            }
        }
    }

    private void add(Movement movement) {
        expected.add(ProvedTable.MOVEMENT, movement.row());
        sums.add(movement);
    }
}
