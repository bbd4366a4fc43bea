package io.receivables.query.testing;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.charge.LateChargeClaimed;
import io.receivables.events.charge.LateChargeReversed;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.creditnote.CreditNoteCancelled;
import io.receivables.events.creditnote.CreditNoteIssued;
import io.receivables.events.factoring.FactorSettlementId;
import io.receivables.events.factoring.FactorSettlementReported;
import io.receivables.events.factoring.FactorSettlementReversed;
import io.receivables.events.factoring.FactoredItemsBoughtBack;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.invoice.InstalmentAmount;
import io.receivables.events.invoice.InvoiceCancelled;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.InvoiceRescheduled;
import io.receivables.events.invoice.InvoiceWrittenOff;
import io.receivables.events.invoice.RecoveryReversed;
import io.receivables.events.invoice.WriteOffReversed;
import io.receivables.events.invoice.WrittenOffAmountRecovered;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.query.ledger.PlainBook;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** A second opinion on figures: told from the facts alone, the simple way, in cents. */
public final class PlainFigures {

    private record Told(long position, ReceivablesEvent event) {}

    /** What was settled of an invoice by one allocation. */
    public record Part(String account, String invoice, LocalDate issued, LocalDate due, LocalDate paid, long amount) {

        long daysLate() {
            return ChronoUnit.DAYS.between(due, paid);
        }

        long daysToPay() {
            return ChronoUnit.DAYS.between(issued, paid);
        }
    }

    private final PlainBook book;
    private final List<Told> facts = new ArrayList<>();

    public PlainFigures(PlainBook book) {
        this.book = book;
    }

    public void add(long position, ReceivablesEvent event) {
        facts.add(new Told(position, event));
    }

    public long receivables(LocalDate asAt, long known) {
        return aged(asAt, known, slot -> slot < 5);
    }

    public long notDue(LocalDate asAt, long known) {
        return aged(asAt, known, slot -> slot == 0);
    }

    /** The sum over the ends of all days. */
    public long dailyReceivables(LocalDate from, LocalDate to, long known) {
        return from.datesUntil(to.plusDays(1)).mapToLong(day -> receivables(day, known)).sum();
    }

    private long aged(LocalDate asAt, long known, Predicate<Integer> slot) {
        long sum = 0;
        for (var row : book.at(asAt, known).aged(asAt).values()) {
            for (int i = 0; i < row.size(); i++) {
                sum += slot.test(i) ? row.get(i) : 0;
            }
        }
        return sum;
    }

    /** Net sales. */
    public long sales(LocalDate from, LocalDate to, long known) {
        return sum(from, to, known, event -> switch (event) {
            case InvoiceIssued it when it.opening() == null -> it.total().minorUnits();
            case InvoiceCancelled it -> -total(it.parts());
            case CreditNoteIssued it when it.opening() == null -> -it.total().minorUnits();
            case CreditNoteCancelled it -> it.amount().minorUnits();
            default -> 0;
        });
    }

    public long takenOver(LocalDate from, LocalDate to, long known) {
        return sum(from, to, known, event -> event instanceof InvoiceIssued it && it.opening() != null
                ? it.total().minorUnits()
                : 0);
    }

    /** Less what was bought back. */
    public long soldToFactors(LocalDate from, LocalDate to, long known) {
        return sum(from, to, known, event -> switch (event) {
            case ReceivablesFactored it when it.derecognised() -> ClaimItem.total(it.items()).minorUnits();
            case FactoredItemsBoughtBack it when it.derecognised() -> -ClaimItem.total(it.items()).minorUnits();
            default -> 0;
        });
    }

    public long charged(LocalDate from, LocalDate to, long known) {
        return sum(from, to, known, event -> switch (event) {
            case LateChargeClaimed it -> it.amount().minorUnits();
            case LateChargeReversed it -> -it.amount().minorUnits();
            default -> 0;
        });
    }

    /** Losses less recoveries. */
    public long lost(LocalDate from, LocalDate to, long known) {
        return sum(from, to, known, event -> switch (event) {
            case InvoiceWrittenOff it -> total(it.parts());
            case WriteOffReversed it -> -total(it.parts());
            case WrittenOffAmountRecovered it -> -it.amount().minorUnits();
            case RecoveryReversed it -> it.amount().minorUnits();
            default -> 0;
        });
    }

    private static long total(Collection<InstalmentAmount> parts) {
        return parts.stream().mapToLong(part -> part.amount().minorUnits()).sum();
    }

    private long sum(LocalDate from, LocalDate to, long known, ToLongFunction<ReceivablesEvent> of) {
        return facts.stream()
                .filter(told -> told.position() <= known && !told.event().effectiveDate().isBefore(from)
                        && !told.event().effectiveDate().isAfter(to))
                .mapToLong(told -> of.applyAsLong(told.event()))
                .sum();
    }

    /** What stands at the cut of what came in some days. */
    public List<Part> settled(LocalDate from, LocalDate to, LocalDate asAt, long known) {
        var paid = new HashMap<String, LocalDate>();
        var issued = new HashMap<String, LocalDate>();
        var due = new HashMap<String, LocalDate>();
        var standing = new LinkedHashMap<AllocationId, List<Part>>();
        var undone = new HashSet<AllocationId>();
        for (var told : facts) {
            if (told.position() <= known && !told.event().effectiveDate().isAfter(asAt)) {
                apply(told.event(), paid, issued, due, standing, undone);
            }
        }
        undone.forEach(standing::remove);
        return standing.values()
                .stream()
                .flatMap(List::stream)
                .filter(part -> !part.paid().isBefore(from) && !part.paid().isAfter(to))
                .toList();
    }

    private static void apply(ReceivablesEvent event, Map<String, LocalDate> paid, Map<String, LocalDate> issued,
            Map<String, LocalDate> due, Map<AllocationId, List<Part>> standing, Set<AllocationId> undone) {
        switch (event) {
            case InvoiceIssued it -> it.instalments().forEach(instalment -> {
                issued.put(it.invoiceId().value(), it.issueDate());
                due.put(it.invoiceId() + "/" + instalment.no(), instalment.dueDate());
            });
            case InvoiceRescheduled it -> it.instalments()
                    .forEach(instalment -> due.put(it.invoiceId() + "/" + instalment.no(), instalment.dueDate()));
            case PaymentReceived it -> paid.put("P" + it.paymentId(),
                    it.valueDate() == null ? it.receivedDate() : it.valueDate());
            case CreditNoteIssued it -> paid.put("N" + it.creditNoteId(), it.issueDate());
            case PaymentAllocated it -> standing.put(it.allocationId(), parts(it.accountId().value(), it.target(),
                    it.parts(), Objects.requireNonNull(paid.get("P" + it.paymentId())), issued, due));
            case CreditNoteAllocated it -> standing.put(it.allocationId(), parts(it.accountId().value(), it.target(),
                    it.parts(), Objects.requireNonNull(paid.get("N" + it.creditNoteId())), issued, due));
            case FactorSettlementReported it when !it.derecognised() -> standing.put(settlement(it.settlementId()),
                    it.items()
                            .stream()
                            .map(item -> new Part(it.accountId().value(), item.invoiceId().value(),
                                    Objects.requireNonNull(issued.get(item.invoiceId().value())),
                                    Objects.requireNonNull(due.get(item.invoiceId() + "/" + item.instalment())),
                                    it.effectiveDate(), item.amount().minorUnits()))
                            .toList());
            case FactorSettlementReversed it -> undone.add(settlement(it.settlementId()));
            case PaymentAllocationReversed it -> undone.add(it.allocationId());
            case CreditNoteAllocationReversed it -> undone.add(it.allocationId());
            default -> {
                // Settles nothing.
            }
        }
    }

    /** What the debtor has paid the factor counts as if it had been allocated. */
    private static AllocationId settlement(FactorSettlementId id) {
        return new AllocationId("factor " + id);
    }

    private static List<Part> parts(String account, AllocationTarget target, List<SettledPart> settled, LocalDate paid,
            Map<String, LocalDate> issued, Map<String, LocalDate> due) {
        return target instanceof AllocationTarget.Invoice(var id)
                ? settled.stream()
                        .map(part -> new Part(account, id.value(), Objects.requireNonNull(issued.get(id.value())),
                                Objects.requireNonNull(due.get(id + "/" + part.instalment())), paid,
                                part.amount().minorUnits()))
                        .toList()
                : List.of();
    }

    public static long amount(List<Part> parts) {
        return parts.stream().mapToLong(Part::amount).sum();
    }

    public static long dayAmountsLate(List<Part> parts) {
        return parts.stream().mapToLong(part -> part.amount() * part.daysLate()).sum();
    }

    public static long dayAmountsToPay(List<Part> parts) {
        return parts.stream().mapToLong(part -> part.amount() * part.daysToPay()).sum();
    }

    public static long onTime(List<Part> parts) {
        return parts.stream().filter(part -> part.daysLate() <= 0).mapToLong(Part::amount).sum();
    }
}
