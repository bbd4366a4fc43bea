package io.receivables.command.allocation;

import io.receivables.command.charge.LateCharge;
import io.receivables.command.invoice.Invoice;
import io.receivables.command.invoice.Receivable;
import io.receivables.command.stream.Loaded;
import io.receivables.command.stream.StreamType;
import io.receivables.command.stream.Streams;
import io.receivables.events.allocation.AllocationTarget;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Finds what money can be allocated to. */
@Component
public class Receivables {

    private final Streams<Invoice> invoices;
    private final Streams<LateCharge> charges;

    Receivables(Streams<Invoice> invoices, Streams<LateCharge> charges) {
        this.invoices = invoices;
        this.charges = charges;
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

    static String streamId(AllocationTarget target) {
        return switch (target) {
            case AllocationTarget.Invoice(var id) -> StreamType.INVOICE.streamId(id);
            case AllocationTarget.Charge(var id) -> StreamType.LATE_CHARGE.streamId(id);
        };
    }
}
