package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.account.ReceivableClass;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.creditnote.CreditNoteCancelled;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.creditwriteoff.CreditWriteOffReversed;
import io.receivables.events.creditwriteoff.CreditWrittenOff;
import io.receivables.events.factoring.FactorSettlementReported;
import io.receivables.events.factoring.FactorSettlementReversed;
import io.receivables.events.factoring.FactoredItemsBoughtBack;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceReclassified;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.SmallDifferenceReversed;
import io.receivables.events.invoice.SmallDifferenceWrittenOff;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentHeldForFactor;
import io.receivables.events.payment.PaymentHeldForFactorReversed;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.SmallDifferenceGivenBack;
import io.receivables.events.payment.SmallDifferenceTaken;
import io.receivables.events.refund.RefundPaidOut;
import io.receivables.events.refund.RefundReturned;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion: the book kept the simple way, in memory, without a movement in sight. Amounts in cents; what is open
 * of "invoice/instalment", what is free of a payment or credit note, by account.
 */
public final class PlainBook {

    /** A fact and where it stands in the store. */
    public record Told(long position, ReceivablesEvent event) {}

    private final List<Told> facts = new ArrayList<>();

    /** The book at one cut. */
    public static final class State {

        private final Map<String, LocalDate> due = new HashMap<>();
        private final Map<String, String> owner = new HashMap<>();
        private final Map<String, Long> open = new HashMap<>();
        private final Map<String, Long> free = new HashMap<>();
        private final Set<String> charges = new HashSet<>();
        private final Map<String, ReceivableClass> classes = new HashMap<>();

        public long open(String invoice, int instalment) {
            return open.getOrDefault(invoice + "/" + instalment, 0L);
        }

        public long free(String document) {
            return free.getOrDefault(document, 0L);
        }

        /** Null while nobody knows whose it is. */
        public @Nullable String owner(String document) {
            return owner.get(document);
        }

        /** Whether nothing is below zero, neither open nor free. */
        public boolean isSound() {
            return Stream.concat(open.values().stream(), free.values().stream()).allMatch(amount -> amount >= 0);
        }

        /** As if cash or credit had settled this much already. */
        public void settleEarlier(String invoice, int instalment, String source, long amount) {
            add(open, invoice + "/" + instalment, -amount);
            add(free, source, -amount);
        }

        /** Per account: not due, 1-30, 31-60, 61-90, above, unapplied. Accounts that are zero throughout are left out. */
        public Map<String, List<Long>> aged(LocalDate asAt) {
            return aged(asAt, _ -> true);
        }

        /** The same of the claims of one class; cash and credit is of the class of its account, TRADE. */
        public Map<String, List<Long>> aged(LocalDate asAt, ReceivableClass receivableClass) {
            return aged(asAt, document -> classes.getOrDefault(document, ReceivableClass.TRADE) == receivableClass);
        }

        private Map<String, List<Long>> aged(LocalDate asAt, Predicate<String> wanted) {
            var rows = new TreeMap<String, long[]>();
            open.forEach((item, amount) -> {
                if (!wanted.test(item.substring(0, item.lastIndexOf('/')))) {
                    return;
                }
                long days = ChronoUnit.DAYS.between(due.get(item), asAt);
                int column = days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4;
                rows.computeIfAbsent(owner.get(item), _ -> new long[6])[column] += amount;
            });
            free.forEach((document, amount) -> {
                if (owner.get(document) != null && wanted.test(document)) {
                    rows.computeIfAbsent(owner.get(document), _ -> new long[6])[5] += amount;
                }
            });
            var shown = new TreeMap<String, List<Long>>();
            rows.forEach((account, row) -> {
                var amounts = Arrays.stream(row).boxed().toList();
                if (amounts.stream().anyMatch(amount -> amount != 0)) {
                    shown.put(account, amounts);
                }
            });
            return shown;
        }

        /** Of each account, the part of what is open that is late charges; accounts without any are left out. */
        public Map<String, Long> charged() {
            var charged = new TreeMap<String, Long>();
            charges.forEach(item -> charged.merge(owner.get(item), open.getOrDefault(item, 0L), Long::sum));
            charged.values().removeIf(amount -> amount == 0);
            return charged;
        }

        private void add(Map<String, Long> to, String key, long amount) {
            to.merge(key, amount, Long::sum);
        }

        private void settle(AllocationTarget target, String source, List<SettledPart> parts, int sign) {
            for (var part : parts) {
                add(open, idOf(target) + "/" + part.instalment(), -sign * part.settled().minorUnits());
                add(free, source, -sign * part.amount().minorUnits());
            }
        }

        private static String idOf(AllocationTarget target) {
            return switch (target) {
                case AllocationTarget.Invoice(var id) -> id.value();
                case AllocationTarget.Charge(var id) -> id.value();
            };
        }

        private void claims(List<ClaimItem> items, int sign) {
            items.forEach(item -> add(open, item.invoiceId() + "/" + item.instalment(),
                    sign * item.amount().minorUnits()));
        }

        private void apply(ReceivablesEvent event) {
            switch (event) {
                case InvoiceIssued it -> it.instalments().forEach(instalment -> {
                    var key = it.invoiceId() + "/" + instalment.no();
                    due.put(key, instalment.dueDate());
                    owner.put(key, it.accountId().value());
                    add(open, key, instalment.amount().minorUnits());
                });
                case InvoiceRescheduled it -> {
                    it.moved()
                            .forEach(part -> add(open, it.invoiceId() + "/" + part.instalment(),
                                    -part.amount().minorUnits()));
                    it.instalments().forEach(instalment -> {
                        var key = it.invoiceId() + "/" + instalment.no();
                        due.put(key, instalment.dueDate());
                        owner.put(key, it.accountId().value());
                        add(open, key, instalment.amount().minorUnits());
                    });
                }
                case InvoiceReclassified it -> classes.put(it.invoiceId().value(), it.to());
                case InvoiceCancelled it -> it.parts()
                        .forEach(part -> add(open, it.invoiceId() + "/" + part.instalment(),
                                -part.amount().minorUnits()));
                case InvoiceWrittenOff it -> it.parts()
                        .forEach(part -> add(open, it.invoiceId() + "/" + part.instalment(),
                                -part.amount().minorUnits()));
                case WriteOffReversed it -> it.parts()
                        .forEach(part -> add(open, it.invoiceId() + "/" + part.instalment(),
                                part.amount().minorUnits()));
                // The twin of a transfer, which alone counts.
                case PaymentReceived it when it.transferredFrom() != null -> {
                }
                case PaymentTransferred it -> {
                    owner.put(it.toPaymentId().value(), it.toAccountId().value());
                    add(free, it.paymentId().value(), -it.amount().minorUnits());
                    add(free, it.toPaymentId().value(), it.amount().minorUnits());
                }
                case PaymentTransferReversed it -> {
                    add(free, it.paymentId().value(), it.amount().minorUnits());
                    add(free, it.toPaymentId().value(), -it.amount().minorUnits());
                }
                case CreditWrittenOff it -> add(free, it.source().id(), -it.amount().minorUnits());
                case CreditWriteOffReversed it -> add(free, it.source().id(), it.amount().minorUnits());
                case SmallDifferenceWrittenOff it -> it.parts()
                        .forEach(part -> add(open, it.invoiceId() + "/" + part.instalment(),
                                -part.amount().minorUnits()));
                case SmallDifferenceReversed it -> it.parts()
                        .forEach(part -> add(open, it.invoiceId() + "/" + part.instalment(),
                                part.amount().minorUnits()));
                case SmallDifferenceTaken it -> add(free, it.paymentId().value(), -it.amount().minorUnits());
                case SmallDifferenceGivenBack it -> add(free, it.paymentId().value(), it.amount().minorUnits());
                case LateChargeClaimed it -> {
                    due.put(it.chargeId() + "/0", it.effectiveDate());
                    owner.put(it.chargeId() + "/0", it.accountId().value());
                    add(open, it.chargeId() + "/0", it.amount().minorUnits());
                    charges.add(it.chargeId() + "/0");
                }
                case LateChargeReversed it -> add(open, it.chargeId() + "/0", -it.amount().minorUnits());
                case PaymentReceived it -> {
                    if (it.accountId() != null) {
                        owner.put(it.paymentId().value(), it.accountId().value());
                    }
                    add(free, it.paymentId().value(), it.amount().minorUnits());
                }
                case PaymentIdentified it -> owner.put(it.paymentId().value(), it.accountId().value());
                case PaymentAllocated it ->
                    settle(it.target(), it.paymentId().value(), it.parts(), 1);
                case PaymentAllocationReversed it ->
                    settle(it.target(), it.paymentId().value(), it.parts(), -1);
                case PaymentReversed it -> add(free, it.paymentId().value(), -it.amount().minorUnits());
                case CreditNoteIssued it -> {
                    owner.put(it.creditNoteId().value(), it.accountId().value());
                    add(free, it.creditNoteId().value(), it.total().minorUnits());
                }
                case CreditNoteAllocated it ->
                    settle(it.target(), it.creditNoteId().value(), it.parts(), 1);
                case CreditNoteAllocationReversed it ->
                    settle(it.target(), it.creditNoteId().value(), it.parts(), -1);
                case CreditNoteCancelled it -> add(free, it.creditNoteId().value(), -it.amount().minorUnits());
                case ReceivablesFactored it when it.derecognised() -> claims(it.items(), -1);
                case FactoredItemsBoughtBack it when it.derecognised() -> claims(it.items(), 1);
                case FactorSettlementReported it when !it.derecognised() -> claims(it.items(), -1);
                case FactorSettlementReversed it when !it.derecognised() -> claims(it.items(), 1);
                case PaymentHeldForFactor it -> add(free, it.paymentId().value(), -it.amount().minorUnits());
                case PaymentHeldForFactorReversed it -> add(free, it.paymentId().value(), it.amount().minorUnits());
                case RefundPaidOut it -> add(free, it.source().id(), -it.amount().minorUnits());
                case RefundReturned it -> add(free, it.source().id(), it.amount().minorUnits());
                default -> {
                    // Moves no money.
                }
            }
        }
    }

    public void add(long position, ReceivablesEvent event) {
        facts.add(new Told(position, event));
    }

    /** In the order in which they were recorded, up to a position. */
    public List<Told> facts(long position) {
        return facts.stream().filter(told -> told.position() <= position).toList();
    }

    /** The date and every later one on which something changes. */
    public Stream<LocalDate> datesFrom(LocalDate date) {
        return Stream.concat(Stream.of(date),
                facts.stream().map(told -> told.event().effectiveDate()).filter(date::isBefore).distinct());
    }

    public State at(LocalDate asAt, long position) {
        var state = new State();
        facts.stream()
                .filter(told -> told.position() <= position && !told.event().effectiveDate().isAfter(asAt))
                .forEach(told -> state.apply(told.event()));
        return state;
    }
}
