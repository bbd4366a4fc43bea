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

    private final Map<ChargeId, ClaimedCharge> charges = new LinkedHashMap<>();

    void claimed(InvoiceCharged charged) {
        charges.put(charged.chargeId(), new ClaimedCharge(charged.chargeId(), charged.kind(), false));
    }

    /** What is claimed anew is as if it had never been claimed. */
    void reversed(InvoiceChargeReversed reversed) {
        if (reversed.recalculated()) {
            charges.remove(reversed.chargeId());
        } else {
            charges.put(reversed.chargeId(), new ClaimedCharge(reversed.chargeId(), reversed.kind(), true));
        }
    }

    /** @throws Refusal HAS_ALLOCATIONS while late charges of the invoice are owed */
    void requireNone(String what) {
        long owed = charges.values().stream().filter(charge -> !charge.givenUp()).count();
        if (owed > 0) {
            throw new Refusal(ProblemCode.HAS_ALLOCATIONS,
                    owed + " late charges of " + what + " stand: reverse them first");
        }
    }

    boolean isEmpty() {
        return charges.isEmpty();
    }

    /** Those of a kind, in the order of their claims. */
    List<ClaimedCharge> of(ChargeKind kind) {
        return charges.values().stream().filter(charge -> charge.kind() == kind).toList();
    }
}
