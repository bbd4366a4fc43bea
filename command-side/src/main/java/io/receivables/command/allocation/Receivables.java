package io.receivables.command.allocation;

import io.receivables.command.charge.LateCharge;
import io.receivables.command.charge.LateInvoices;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.invoice.Receivable;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.SettledPart;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds what money can be allocated to. */
@Component
public class Receivables {

    private final Streams<Invoice> invoices;
    private final Streams<LateCharge> charges;
    private final LateInvoices lateInvoices;

    Receivables(Streams<Invoice> invoices, Streams<LateCharge> charges, LateInvoices lateInvoices) {
        this.invoices = invoices;
        this.charges = charges;
        this.lateInvoices = lateInvoices;
    }

    /** @throws io.receivables.platform.problem.Refusal INVOICE_NOT_FOUND or LATE_CHARGE_NOT_FOUND */
    public Loaded<? extends Receivable> load(AllocationTarget target) {
        return switch (target) {
            case AllocationTarget.Invoice(var id) -> invoices.load(id);
            case AllocationTarget.Charge(var id) -> charges.load(id);
        };
    }

    /** Loads them in the order of their streams, so that two commands never wait for each other in a circle. */
    public void loadAll(Collection<AllocationTarget> targets) {
        targets.stream()
                .distinct()
                .sorted((one, other) -> streamId(one).compareTo(streamId(other)))
                .forEach(this::load);
    }

    /** Tells what was settled that an allocation was taken back. */
    void reverse(AllocationTarget target, AllocationId id, CreditSource source, List<SettledPart> parts,
            String reason, LocalDate effectiveDate) {
        var receivable = load(target);
        receivable.decide(it -> it.reverseSettlement(id, source, parts, reason, effectiveDate));
        noteLateness(receivable, effectiveDate);
    }

    /**
     * Lets the next run look at an invoice that was late on a day, or has late charges.
     *
     * @param moneyDate the day on which the money came, or on which what is owed became another
     */
    public void noteLateness(Loaded<? extends Receivable> receivable, LocalDate moneyDate) {
        if (receivable.ask(it -> it.isLateFor(moneyDate))) {
            receivable.ask(Receivable::invoice)
                    .ifPresent(invoice -> lateInvoices.look(receivable.ask(Receivable::legalEntity),
                            receivable.ask(Receivable::accountId), invoice));
        }
    }

    static String streamId(AllocationTarget target) {
        return switch (target) {
            case AllocationTarget.Invoice(var id) -> StreamType.INVOICE.streamId(id);
            case AllocationTarget.Charge(var id) -> StreamType.LATE_CHARGE.streamId(id);
        };
    }
}
