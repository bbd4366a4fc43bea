package io.receivables.command.invoice;

import io.receivables.command.invoice.DatedInstalment.Kind;
import io.receivables.command.stream.Amounts;
import io.receivables.events.invoice.EarlyPaymentDiscount.Base;
import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DiscountRules.Mode;
import io.receivables.platform.resource.EarlyCash;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What early payment earns. */
final class Discounts {

    private final InvoiceIssued issued;
    private final OpenInstalments instalments;
    private final EarlyCash earlyCash;
    private final Money none;

    Discounts(InvoiceIssued issued, OpenInstalments instalments, EarlyCash earlyCash) {
        this.issued = issued;
        this.instalments = instalments;
        this.earlyCash = earlyCash;
        this.none = Money.zero(issued.total().currency());
    }

    /** The discount that goes with an amount: the one asked for, or what the invoice promises for money of that day. */
    Money of(SettlementClaim claim) {
        if (claim.discount() != null) {
            Amounts.requireCurrency(issued.total().currency(), claim.discount(), "/discount");
            return claim.discount();
        }
        var offered = issued.discount();
        if (offered == null || !isInTime(claim.moneyDate())) {
            return none;
        }
        var whole = instalments.availableFrom(claim.effectiveDate());
        var open = claim.instalment() == null
                ? whole
                : instalments.require(claim.instalment()).open().availableFrom(claim.effectiveDate());
        // What is promised for the whole invoice is not earned by paying one instalment of several.
        var base = offered.mode() == Mode.PRO_RATA ? open : whole;
        return offered.earnedBy(claim.amount(), base(base)).min(open.minus(claim.amount())).max(none);
    }

    /** What settles all that is open at a date, with money of a day. */
    Money toPay(LocalDate date, @Nullable LocalDate moneyDate) {
        return toPay(instalments.availableFrom(date), moneyDate);
    }

    /** What settles one instalment of several. */
    Money toPay(DatedInstalment instalment, LocalDate date, @Nullable LocalDate moneyDate) {
        var open = instalment.open().availableFrom(date);
        var offered = issued.discount();
        boolean isLast = open.equals(instalments.availableFrom(date));
        return offered != null && offered.mode() == Mode.ALL_OR_NOTHING && !isLast ? open : toPay(open, moneyDate);
    }

    private Money toPay(Money open, @Nullable LocalDate moneyDate) {
        var offered = issued.discount();
        return offered == null || !isInTime(moneyDate) ? open : offered.toPay(base(open));
    }

    private boolean isInTime(@Nullable LocalDate moneyDate) {
        var offered = issued.discount();
        return offered != null && moneyDate != null && !moneyDate.isAfter(offered.lastDay());
    }

    private Base base(Money open) {
        return new Base(issued.total(), open, earlyCash.last(), instalments.last(Kind.DISCOUNTED));
    }
}
