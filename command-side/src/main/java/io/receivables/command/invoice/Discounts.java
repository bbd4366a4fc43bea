package io.receivables.command.invoice;

import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.money.Money;

/** What early payment earns. */
final class Discounts {

    private Discounts() {}

    /**
     * The discount that goes with an amount: the one asked for, or the smallest of pro rata {@code cash x d / (1 - d)},
     * what is left of the granted total, and what stays open beside the cash; rounded half up. Paying 490.00 on 1,000.00
     * at 2 % within the window clears 500.00.
     */
    static Money of(InvoiceIssued issued, OpenInstalments instalments, SettlementClaim claim) {
        var none = Money.zero(issued.total().currency());
        if (claim.discount() != null) {
            Amounts.requireCurrency(issued.total().currency(), claim.discount(), "/discount");
            return claim.discount();
        }
        var offered = issued.discount();
        if (offered == null || claim.valueDate() == null || claim.valueDate().isAfter(offered.until())) {
            return none;
        }
        var proRata = claim.amount()
                .ratioRoundedHalfUp(offered.amount().amount(),
                        issued.total().minus(offered.amount()).amount());
        var left = offered.amount().minus(instalments.last(DatedInstalment.Kind.DISCOUNTED));
        var open = claim.instalment() == null
                ? instalments.availableFrom(claim.effectiveDate())
                : instalments.require(claim.instalment()).open().availableFrom(claim.effectiveDate());
        return proRata.min(left).min(open.minus(claim.amount())).max(none);
    }
}
