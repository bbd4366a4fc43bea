package io.receivables.command.policy.simulate;

import io.receivables.command.dunning.DunningPlan.NotDunned;
import io.receivables.command.dunning.NotDunnedReason;
import io.receivables.events.invoice.InvoiceId;
import io.receivables.events.money.Money;

/** An item of a letter that the simulated policy does not remind of, and why. */
record LeftOut(InvoiceId invoiceId, int instalment, NotDunnedReason reason, Money amount, String detail) {

    static LeftOut of(NotDunned it) {
        return new LeftOut(new InvoiceId(it.item().documentId()), it.item().instalment(), it.reason(), it.amount(),
                it.detail());
    }
}
