package io.receivables.events.invoice;

import io.receivables.events.account.TaxMode;
import io.receivables.events.money.Money;
import io.receivables.events.policy.DiscountRules;
import io.receivables.events.policy.DiscountRules.DateBasis;
import io.receivables.events.policy.DiscountRules.Mode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the customer may keep when the whole invoice is paid by {@code until}, inclusive.
 *
 * @param rules how it is earned, as promised at issue: a later policy changes nothing for this invoice; null: pro rata, no
 *     grace, by value date
 * @param policyVersion the version that set the rules; null where no policy was valid
 */
public record EarlyPaymentDiscount(Money amount, LocalDate until, TaxMode taxMode, @Nullable DiscountRules rules,
        @Nullable Integer policyVersion) {

    /** Pro rata, without grace, by value date. */
    public EarlyPaymentDiscount(Money amount, LocalDate until, TaxMode taxMode) {
        this(amount, until, taxMode, null, null);
    }

    public Mode mode() {
        return rules == null || rules.mode() == null ? Mode.PRO_RATA : rules.mode();
    }

    public DateBasis dateBasis() {
        return rules == null || rules.dateBasis() == null ? DateBasis.VALUE_DATE : rules.dateBasis();
    }

    /** The last day on which money still earns it, grace included. */
    public LocalDate lastDay() {
        return rules == null || rules.graceDays() == null ? until : until.plusDays(rules.graceDays());
    }

    /**
     * What a discount is reckoned on. Credit notes, write-offs and money that came too late have left it already.
     *
     * @param total of the invoice
     * @param open what is open of it
     * @param paidEarly cash that came in time and still stands
     * @param granted discount that was granted already
     */
    public record Base(Money total, Money open, Money paidEarly, Money granted) {}

    /**
     * The discount that cash earns when it comes in time. Pro rata the smallest of {@code cash x d / (1 - d)}, what is left
     * of the promise, and what stays open beside the cash: 490.00 on 1,000.00 at 2 % clears 500.00. All or nothing: what
     * stays open, once the cash that came in time is the net to pay. Rounded half up.
     */
    public Money earnedBy(Money cash, Base base) {
        var none = Money.zero(amount.currency());
        var stays = base.open().minus(cash);
        var earned = switch (mode()) {
            case PRO_RATA -> cash.ratioRoundedHalfUp(amount.amount(), base.total().minus(amount).amount())
                    .min(left(base));
            case ALL_OR_NOTHING -> stays.isGreaterThan(whole(base)) ? none : whole(base);
        };
        return earned.min(stays).max(none);
    }

    /** What settles an open amount in time: the least cash that covers it together with the discount that comes with it. */
    public Money toPay(Base base) {
        var toPay = base.open().minus(whole(base).min(base.open()));
        return base.open().isGreaterThan(toPay.plus(earnedBy(toPay, base)))
                ? toPay.plus(Money.ofMinorUnits(1, amount.currency()))
                : toPay;
    }

    /** The discount on all that is to pay. */
    private Money whole(Base base) {
        var on = mode() == Mode.PRO_RATA ? base.open() : base.open().plus(base.paidEarly());
        return on.ratioRoundedHalfUp(amount.amount(), base.total().amount()).min(left(base));
    }

    private Money left(Base base) {
        return amount.minus(base.granted()).max(Money.zero(amount.currency()));
    }
}
