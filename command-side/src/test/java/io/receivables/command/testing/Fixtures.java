package io.receivables.command.testing;

import io.receivables.command.account.AccountRow;
import io.receivables.command.policy.ApprovalLimit;
import io.receivables.command.policy.Approver;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.account.TaxMode;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.charge.LateChargeSettledInPart;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.creditnote.CreditNoteCancelled;
import io.receivables.events.creditnote.CreditNoteId;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.invoice.EarlyPaymentDiscount;
import io.receivables.events.invoice.Instalment;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceLine;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.RecoveryId;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.invoice.WriteOffRejected;
import io.receivables.events.invoice.WriteOffRequested;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.money.Money;
import io.receivables.events.money.Percentage;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.payment.PaymentUseForRecoveryReversed;
import io.receivables.events.payment.PaymentUsedForRecovery;
import io.receivables.events.refund.RefundApproved;
import io.receivables.events.refund.RefundId;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundRejected;
import io.receivables.events.refund.RefundRequested;
import io.receivables.events.refund.RefundReturned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts that tests of one stream begin with: invoice INV-1 issued 2026-01-01, payment P1 received 2026-01-20 and credit
 * note CN-1 issued 2026-01-15, all of account C1 in EUR. A test names just the values that matter to it.
 */
public final class Fixtures {

    public static final LegalEntityId ENTITY = new LegalEntityId("FR01");
    public static final AccountId ACCOUNT = new AccountId("C1");
    public static final InvoiceId INVOICE = new InvoiceId("INV-1");
    public static final AllocationTarget TARGET = AllocationTarget.of(INVOICE);
    public static final ChargeId CHARGE = new ChargeId("LC1");
    public static final PaymentId PAYMENT = new PaymentId("P1");
    public static final CreditNoteId CREDIT_NOTE = new CreditNoteId("CN-1");
    public static final AllocationId ALLOCATION = new AllocationId("A1");
    public static final WriteOffId WRITE_OFF = new WriteOffId("W1");
    public static final RecoveryId RECOVERY = new RecoveryId("R1");
    public static final RefundId REFUND = new RefundId("RF1");
    public static final String CLERK = "clara";
    public static final String CONTROLLER = "conrad";
    public static final String REASON = "because";

    private Fixtures() {}

    public static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    /** A day of 2026: {@code day("01-20")}. */
    public static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay);
    }

    public static AccountRow accountRow(String id, String currency) {
        return new AccountRow(new AccountId(id), ENTITY, Currency.getInstance(currency), ReceivableClass.TRADE,
                LocalDate.parse("2025-01-01"));
    }

    /** Instalments with these amounts, due at the ends of January, February and so on. */
    public static InvoiceIssued issued(String... instalments) {
        return issued(null, instalments);
    }

    /** 2 % when paid by 2026-01-11. */
    public static InvoiceIssued issuedWithDiscount(String discount, String... instalments) {
        return issued(new EarlyPaymentDiscount(eur(discount), day("01-11"), TaxMode.INCLUDED), instalments);
    }

    private static InvoiceIssued issued(@Nullable EarlyPaymentDiscount discount, String... amounts) {
        var instalments = new ArrayList<Instalment>();
        for (int i = 0; i < amounts.length; i++) {
            instalments.add(new Instalment(i + 1, day("01-31").plusMonths(i), eur(amounts[i])));
        }
        var total = instalments.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
        return new InvoiceIssued(INVOICE, ACCOUNT, ENTITY, "N-1", ReceivableClass.TRADE, day("01-01"), null, total,
                List.of(), List.copyOf(instalments), discount);
    }

    public static SettledPart part(int instalment, String amount) {
        return part(instalment, amount, "0.00");
    }

    public static SettledPart part(int instalment, String amount, String discount) {
        return new SettledPart(instalment, eur(amount), eur(discount));
    }

    public static InvoiceSettledInPart settled(String amount, String date) {
        return settled("A1", date, part(1, amount));
    }

    public static InvoiceSettledInPart settled(String allocation, String date, SettledPart... parts) {
        return new InvoiceSettledInPart(INVOICE, ACCOUNT, ENTITY, new AllocationId(allocation),
                CreditSource.of(PAYMENT), List.of(parts), day(date));
    }

    public static InvoiceSettlementReversed settlementReversed(String amount, String date) {
        return new InvoiceSettlementReversed(INVOICE, ACCOUNT, ENTITY, ALLOCATION, CreditSource.of(PAYMENT),
                List.of(part(1, amount)), REASON, day(date));
    }

    public static InvoiceCancelled invoiceCancelled(String amount, String date) {
        return new InvoiceCancelled(INVOICE, ACCOUNT, ENTITY, parts(amount), REASON, day(date));
    }

    /** Nobody may decide alone. */
    public static ApprovalLimit noLimit() {
        return new ApprovalLimit(eur("0.00"), null);
    }

    /** The limit of policy version 3. */
    public static ApprovalLimit limit(String amount) {
        return new ApprovalLimit(eur(amount), 3);
    }

    /** Somebody with the role of a controller. */
    public static Approver approver(String subject) {
        return new Approver(subject, Set.of("controller"));
    }

    /** 1,000.00 net at 20 % and 100.00 net at 10 %: 1,310.00 in one instalment. */
    public static InvoiceIssued issuedWithTax() {
        return new InvoiceIssued(INVOICE, ACCOUNT, ENTITY, "N-1", ReceivableClass.TRADE, day("01-01"), null,
                eur("1310.00"), List.of(line("1000.00", "20.00", "200.00"), line("100.00", "10.00", "10.00")),
                List.of(new Instalment(1, day("01-31"), eur("1310.00"))), null);
    }

    private static InvoiceLine line(String net, String rate, String tax) {
        return new InvoiceLine("Work", eur(net), Percentage.of(rate), eur(tax));
    }

    public static TaxShare share(String rate, String net, String tax) {
        return new TaxShare(Percentage.of(rate), eur(net), eur(tax));
    }

    /** Amounts of instalments 1, 2 and so on. */
    public static List<InstalmentAmount> parts(String... amounts) {
        var parts = new ArrayList<InstalmentAmount>();
        for (int i = 0; i < amounts.length; i++) {
            parts.add(new InstalmentAmount(i + 1, eur(amounts[i])));
        }
        return List.copyOf(parts);
    }

    /** Asked for by the clerk, without any limit. */
    public static WriteOffRequested writeOffRequested(String date, String... amounts) {
        return new WriteOffRequested(INVOICE, ACCOUNT, ENTITY, WRITE_OFF, parts(amounts), REASON, false, List.of(),
                CLERK, eur("0.00"), null, day(date));
    }

    /** As the controller approves what the clerk asked for. */
    public static InvoiceWrittenOff writtenOff(String date, String... amounts) {
        return new InvoiceWrittenOff(INVOICE, ACCOUNT, ENTITY, WRITE_OFF, parts(amounts), REASON, false, List.of(),
                CLERK, CONTROLLER, eur("0.00"), null, day(date));
    }

    /** Within the limit of policy version 3. */
    public static InvoiceWrittenOff writtenOffAtOnce(String limit, String date, String... amounts) {
        return new InvoiceWrittenOff(INVOICE, ACCOUNT, ENTITY, WRITE_OFF, parts(amounts), REASON, false, List.of(),
                CLERK, null, eur(limit), 3, day(date));
    }

    public static WriteOffRejected writeOffRejected(String date) {
        return new WriteOffRejected(INVOICE, ACCOUNT, ENTITY, WRITE_OFF, CONTROLLER, REASON, day(date));
    }

    public static WriteOffReversed writeOffReversed(String date, String... amounts) {
        return new WriteOffReversed(INVOICE, ACCOUNT, ENTITY, WRITE_OFF, parts(amounts), REASON, day(date));
    }

    /** Of cash that the fact itself records. */
    public static WrittenOffAmountRecovered recovered(String amount, String date) {
        return new WrittenOffAmountRecovered(INVOICE, ACCOUNT, ENTITY, RECOVERY, eur(amount), null, null, day(date));
    }

    public static RecoveryReversed recoveryReversed(String amount, String date) {
        return new RecoveryReversed(INVOICE, ACCOUNT, ENTITY, RECOVERY, eur(amount), null, REASON, day(date));
    }

    /** Late charge LC1 of INV-1, given by somebody. */
    public static LateChargeClaimed claimed(String amount, String date) {
        return new LateChargeClaimed(CHARGE, ACCOUNT, ENTITY, INVOICE, ReceivableClass.TRADE, ChargeKind.FEE,
                eur(amount), null, null, null, day(date));
    }

    public static LateChargeSettledInPart chargeSettled(String amount, String date) {
        return new LateChargeSettledInPart(CHARGE, ACCOUNT, ENTITY, ALLOCATION, CreditSource.of(PAYMENT), eur(amount),
                day(date));
    }

    public static LateChargeReversed chargeReversed(String amount, String date) {
        return new LateChargeReversed(CHARGE, ACCOUNT, ENTITY, INVOICE, ChargeKind.FEE, eur(amount), REASON, false,
                day(date));
    }

    public static PaymentReceived received(String amount) {
        return new PaymentReceived(PAYMENT, ACCOUNT, ENTITY, eur(amount), day("01-20"), null,
                PaymentMethod.BANK_TRANSFER, null);
    }

    public static PaymentReceived receivedUnidentified(String amount) {
        return new PaymentReceived(PAYMENT, null, ENTITY, eur(amount), day("01-20"), null, PaymentMethod.BANK_TRANSFER,
                null);
    }

    public static PaymentIdentified identified(String amount, String date) {
        return new PaymentIdentified(PAYMENT, ACCOUNT, ENTITY, eur(amount), day(date));
    }

    public static PaymentAllocated allocated(String allocation, String amount, String date) {
        return new PaymentAllocated(PAYMENT, ACCOUNT, ENTITY, new AllocationId(allocation), INVOICE,
                List.of(part(1, amount)), day(date));
    }

    public static PaymentAllocationReversed allocationReversed(String allocation, String amount, String date) {
        return new PaymentAllocationReversed(PAYMENT, ACCOUNT, ENTITY, new AllocationId(allocation), INVOICE,
                List.of(part(1, amount)), REASON, day(date));
    }

    public static PaymentReversed paymentReversed(String amount, String date) {
        return new PaymentReversed(PAYMENT, ACCOUNT, ENTITY, eur(amount), REASON, day(date));
    }

    public static PaymentUsedForRecovery usedForRecovery(String amount, String date) {
        return new PaymentUsedForRecovery(PAYMENT, ACCOUNT, ENTITY, RECOVERY, INVOICE, eur(amount), day(date));
    }

    public static PaymentUseForRecoveryReversed useForRecoveryReversed(String amount, String date) {
        return new PaymentUseForRecoveryReversed(PAYMENT, ACCOUNT, ENTITY, RECOVERY, INVOICE, eur(amount), REASON,
                day(date));
    }

    public static CreditNoteIssued creditNoteIssued(String total) {
        return new CreditNoteIssued(CREDIT_NOTE, ACCOUNT, ENTITY, "CN-N-1", day("01-15"), eur(total), List.of(),
                REASON, List.of());
    }

    public static CreditNoteAllocated creditNoteAllocated(String amount, String date) {
        return new CreditNoteAllocated(CREDIT_NOTE, ACCOUNT, ENTITY, ALLOCATION, INVOICE, List.of(part(1, amount)),
                day(date));
    }

    public static CreditNoteAllocationReversed creditNoteAllocationReversed(String amount, String date) {
        return new CreditNoteAllocationReversed(CREDIT_NOTE, ACCOUNT, ENTITY, ALLOCATION, INVOICE,
                List.of(part(1, amount)), REASON, day(date));
    }

    public static CreditNoteCancelled creditNoteCancelled(String amount, String date) {
        return new CreditNoteCancelled(CREDIT_NOTE, ACCOUNT, ENTITY, eur(amount), REASON, day(date));
    }

    /** Asked for by the clerk, without any limit. */
    public static RefundRequested refundRequested(CreditSource source, String amount, String date) {
        return new RefundRequested(REFUND, source, ACCOUNT, ENTITY, eur(amount), REASON, CLERK, eur("0.00"), null,
                day(date));
    }

    public static RefundApproved refundApproved(CreditSource source, String amount, String date) {
        return new RefundApproved(REFUND, source, ACCOUNT, ENTITY, eur(amount), CONTROLLER, day(date));
    }

    public static RefundRejected refundRejected(CreditSource source, String amount, String date) {
        return new RefundRejected(REFUND, source, ACCOUNT, ENTITY, eur(amount), CONTROLLER, REASON, day(date));
    }

    public static RefundPaidOut refundPaidOut(CreditSource source, String amount, String date) {
        return new RefundPaidOut(REFUND, source, ACCOUNT, ENTITY, eur(amount), day(date), "SEPA-1");
    }

    public static RefundReturned refundReturned(CreditSource source, String amount, String date) {
        return new RefundReturned(REFUND, source, ACCOUNT, ENTITY, eur(amount), REASON, day(date));
    }
}
