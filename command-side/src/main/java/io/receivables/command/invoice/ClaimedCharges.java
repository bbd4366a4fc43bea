package io.receivables.command.invoice;

import io.receivables.events.charge.ChargeId;
import io.receivables.events.charge.ChargeKind;
import io.receivables.events.invoice.InvoiceChargeReversed;
import io.receivables.events.invoice.InvoiceCharged;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The late charges that were claimed because an invoice is late. Each is a stream of its own; here is which they are. */
final class ClaimedCharges {

    private final Map<ChargeId, ChargeKind> standing = new LinkedHashMap<>();

    void claimed(InvoiceCharged charged) {
        standing.put(charged.chargeId(), charged.kind());
    }

    void reversed(InvoiceChargeReversed reversed) {
        standing.remove(reversed.chargeId());
    }

    /** @throws Refusal HAS_ALLOCATIONS while late charges of the invoice are owed */
    void requireNone(String what) {
        if (!standing.isEmpty()) {
            throw new Refusal(ProblemCode.HAS_ALLOCATIONS,
                    standing.size() + " late charges of " + what + " stand: reverse them first");
        }
    }

    List<ChargeId> standing(ChargeKind kind) {
        return standing.entrySet()
                .stream()
                .filter(charge -> charge.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }
}
