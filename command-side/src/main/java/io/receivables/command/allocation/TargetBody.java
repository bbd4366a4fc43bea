package io.receivables.command.allocation;

import io.receivables.command.stream.Amounts;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.charge.ChargeId;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.platform.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads from a request what shall be settled: it names an invoice or a late charge. */
public final class TargetBody {

    private TargetBody() {}

    /**
     * @throws io.receivables.platform.problem.Refusal REQUIRED when neither is named, INVOICE_OR_CHARGE when both are
     */
    public static AllocationTarget of(@Nullable InvoiceId invoiceId, @Nullable ChargeId chargeId) {
        if (invoiceId == null && chargeId == null) {
            throw Amounts.refusal(ProblemCode.REQUIRED, "/invoiceId", "an invoiceId or a chargeId is expected");
        }
        if (invoiceId != null && chargeId != null) {
            throw Amounts.refusal(ProblemCode.INVOICE_OR_CHARGE, "/chargeId", "either an invoice or a late charge is"
                    + " settled, not both invoice " + invoiceId + " and late charge " + chargeId);
        }
        return AllocationTarget.of(invoiceId, chargeId);
    }
}
