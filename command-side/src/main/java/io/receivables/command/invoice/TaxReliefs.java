package io.receivables.command.invoice;

import io.receivables.events.invoice.InvoiceIssued;
import io.receivables.events.invoice.TaxRelief;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.money.Money;
import io.receivables.events.policy.WriteOffRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value added tax that the write-offs of an invoice take back, and what of it became due again. */
final class TaxReliefs {

    private static final String ARTICLE = "CGI art. 272-1";

    private final List<TaxShare> whole;
    private final Money total;
    /** What write-offs that stand, or may come to stand, take of the invoice. */
    private Money taken;
    private List<TaxShare> takenShares = List.of();
    /** Of those that stand. */
    private Money writtenOff;
    private List<TaxShare> relieved = List.of();
    private Money recovered;
    private List<TaxShare> due = List.of();

    TaxReliefs(InvoiceIssued issued) {
        this.whole = TaxShares.of(issued.lines());
        var none = Money.zero(issued.total().currency());
        this.total = TaxShare.netOf(whole, none.currency()).plus(TaxShare.taxOf(whole, none.currency()));
        this.taken = none;
        this.writtenOff = none;
        this.recovered = none;
    }

    /** What a write-off of this amount would take back; null when none is asked for, or the invoice tells of no tax. */
    @Nullable
    TaxRelief of(WriteOffClaim claim, Money amount, WriteOffRules rules) {
        if (!claim.taxRelief() || whole.isEmpty()) {
            return null;
        }
        var shares = TaxShares.split(amount, whole, zero(), TaxShares.minus(whole, takenShares),
                taken.plus(amount).equals(total));
        boolean pending = Boolean.TRUE.equals(rules.vatOnCash());
        return new TaxRelief(claim.grounds(), pending, shares, pending ? null : ReliefMention.of(rules, shares),
                rules.source() == null ? ARTICLE : rules.source());
    }

    /** The tax in money that came for what was written off; null when none was taken back. */
    @Nullable
    List<TaxShare> dueBy(Money amount) {
        if (TaxShare.taxOf(relieved, zero().currency()).isZero()) {
            return null;
        }
        var currency = zero().currency();
        var untaxed = writtenOff.minus(TaxShare.netOf(relieved, currency)).minus(TaxShare.taxOf(relieved, currency));
        return TaxShares.split(amount, relieved, untaxed, TaxShares.minus(relieved, due),
                recovered.plus(amount).equals(writtenOff));
    }

    /** What a write-off takes back less what recoveries made due again of it. */
    @Nullable
    TaxRelief standing(@Nullable TaxRelief relief) {
        return relief == null
                ? null
                : new TaxRelief(relief.grounds(), relief.pending(),
                        TaxShares.least(relief.perRate(), TaxShares.minus(relieved, due)), null, relief.source());
    }

    void asked(Money amount, @Nullable TaxRelief relief) {
        taken = taken.plus(relief == null ? zero() : amount);
        takenShares = TaxShares.plus(takenShares, sharesOf(relief));
    }

    void dropped(Money amount, @Nullable TaxRelief relief) {
        taken = taken.minus(relief == null ? zero() : amount);
        takenShares = TaxShares.minus(takenShares, sharesOf(relief));
    }

    void writtenOff(Money amount, @Nullable TaxRelief relief) {
        writtenOff = writtenOff.plus(amount);
        relieved = TaxShares.plus(relieved, sharesOf(relief));
    }

    void reversed(Money amount, @Nullable TaxRelief relief) {
        writtenOff = writtenOff.minus(amount);
        relieved = TaxShares.minus(relieved, sharesOf(relief));
    }

    void recovered(Money amount, @Nullable List<TaxShare> taxDue) {
        recovered = recovered.plus(amount);
        due = TaxShares.plus(due, taxDue == null ? List.of() : taxDue);
    }

    void recoveryReversed(Money amount, @Nullable List<TaxShare> taxDue) {
        recovered = recovered.minus(amount);
        due = TaxShares.minus(due, taxDue == null ? List.of() : taxDue);
    }

    private static List<TaxShare> sharesOf(@Nullable TaxRelief relief) {
        return relief == null ? List.of() : relief.perRate();
    }

    private Money zero() {
        return Money.zero(total.currency());
    }
}
