package io.receivables.query.journal;

import static io.receivables.query.journal.Bookkeeping.debit;

import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.VatRegime;
import io.receivables.events.allocation.AllocationId;
import io.receivables.events.allocation.AllocationTarget;
import io.receivables.events.allocation.CreditSource;
import io.receivables.events.allocation.DiscountShare;
import io.receivables.events.allocation.SettledPart;
import io.receivables.events.creditnote.CreditNoteAllocated;
import io.receivables.events.creditnote.CreditNoteAllocationReversed;
import io.receivables.events.invoice.InvoiceSettledInPart;
import io.receivables.events.invoice.InvoiceSettlementReversed;
import io.receivables.events.invoice.TaxShare;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.query.journal.Posting.Owing;
import io.receivables.query.ledger.PastFact;
import io.receivables.query.ledger.StreamKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an allocation books: by itself nothing, for cash and debt are on one account and are lettered. Only the discount that
 * it grants moves accounts, a chart that keeps unapplied cash apart, and tax that falls due with the customer's money.
 *
 * @param position of the fact
 */
record AllocationBookings(Chart chart, Earlier earlier, long position) {

    /** Money on a document. */
    record Allocation(String accountId, StreamKey source, AllocationId id, AllocationTarget target,
            List<SettledPart> parts) {

        Money cash() {
            return SettledPart.amountOf(parts);
        }

        Money discount() {
            return SettledPart.discountOf(parts);
        }

        Owing owed() {
            return new Owing(accountId, switch (target) {
                case AllocationTarget.Invoice(var invoice) -> StreamKey.of(invoice).toString();
                case AllocationTarget.Charge(var charge) -> StreamKey.of(charge).toString();
            });
        }
    }

    /** A discount as it was granted, by rate of tax where the rates are known. */
    private record Granted(Money discount, @Nullable List<DiscountShare> shares) {

        Tax tax() {
            return new Tax(shares == null
                    ? List.of()
                    : shares.stream().map(it -> new TaxShare(it.taxRate(), it.base(), it.tax())).toList());
        }
    }

    List<Posting> made(Allocation made, @Nullable List<DiscountShare> shares) {
        var none = Money.zero(made.cash().currency());
        var postings = new ArrayList<>(applied(made));
        postings.addAll(discount(made, new Granted(made.discount(), shares), none, made.discount()));
        var paid = paidBefore(made);
        postings.addAll(taxDue(made, paid, paid.plus(made.cash())));
        return List.copyOf(postings);
    }

    /** A part may be reversed before the rest; together the parts give back what was booked to the cent. */
    List<Posting> reversed(Allocation back) {
        var granted = new Granted(back.discount(), null);
        var reversed = Money.zero(back.cash().currency());
        for (var fact : earlier.settlements(back.source())) {
            switch (fact.event()) {
                case PaymentAllocated it when it.allocationId().equals(back.id()) ->
                    granted = new Granted(SettledPart.discountOf(it.parts()), it.discountShares());
                case CreditNoteAllocated it when it.allocationId().equals(back.id()) ->
                    granted = new Granted(SettledPart.discountOf(it.parts()), it.discountShares());
                case PaymentAllocationReversed it when isBefore(fact) && it.allocationId().equals(back.id()) ->
                    reversed = reversed.plus(SettledPart.discountOf(it.parts()));
                case CreditNoteAllocationReversed it when isBefore(fact) && it.allocationId().equals(back.id()) ->
                    reversed = reversed.plus(SettledPart.discountOf(it.parts()));
                default -> {
                    // Another allocation of the same money.
                }
            }
        }
        var postings = new ArrayList<>(negated(applied(back)));
        postings.addAll(negated(discount(back, granted, reversed, reversed.plus(back.discount()))));
        var paid = paidBefore(back);
        postings.addAll(taxDue(back, paid, paid.minus(back.cash())));
        return List.copyOf(postings);
    }

    private List<Posting> applied(Allocation made) {
        return chart.customerCredit() == AccountRole.RECEIVABLE || made.cash().isZero()
                ? List.of()
                : List.of(new Posting(chart.customerCredit(), null,
                        new Owing(made.accountId(), made.source().toString()), made.cash()),
                        new Posting(AccountRole.RECEIVABLE, null, made.owed(), made.cash().negated()));
    }

    /** The part of what was granted that lies between two amounts of it. */
    private List<Posting> discount(Allocation made, Granted granted, Money from, Money to) {
        var amount = to.minus(from);
        if (amount.isZero()) {
            return List.of();
        }
        var taxes = granted.tax().shares().isEmpty() ? List.<TaxShare>of() : granted.tax().between(from, to);
        var postings = new ArrayList<Posting>();
        postings.add(debit(AccountRole.DISCOUNT, amount.minus(TaxShare.taxOf(taxes, amount.currency()))));
        taxes.forEach(share -> postings.add(Tax.posting(chart.taxOnSales(), share.taxRate(), share.tax())));
        postings.add(new Posting(AccountRole.RECEIVABLE, null, made.owed(), amount.negated()));
        return List.copyOf(postings);
    }

    /** On cash, tax falls due as the customer pays. */
    private List<Posting> taxDue(Allocation made, Money from, Money to) {
        if (chart.vatRegime() != VatRegime.ON_CASH || !made.source().type().equals("Payment")
                || !(made.target() instanceof AllocationTarget.Invoice(var id)) || from.equals(to)) {
            return List.of();
        }
        var tax = Tax.of(earlier.invoice(StreamKey.of(id)).lines());
        if (tax.shares().isEmpty()) {
            return List.of();
        }
        var postings = new ArrayList<Posting>();
        for (var share : tax.between(from, to)) {
            postings.add(Tax.posting(AccountRole.VAT_PENDING, share.taxRate(), share.tax()));
            postings.add(Tax.posting(AccountRole.VAT_COLLECTED, share.taxRate(), share.tax().negated()));
        }
        return List.copyOf(postings);
    }

    /** The cash on the invoice that was recorded before this fact and still stood. */
    private Money paidBefore(Allocation made) {
        var paid = Money.zero(made.cash().currency());
        if (made.target() instanceof AllocationTarget.Invoice(var id)) {
            for (var fact : earlier.settlements(StreamKey.of(id))) {
                switch (fact.event()) {
                    case InvoiceSettledInPart it when isBefore(fact) && isCash(it.source()) ->
                        paid = paid.plus(SettledPart.amountOf(it.parts()));
                    case InvoiceSettlementReversed it when isBefore(fact) && isCash(it.source()) ->
                        paid = paid.minus(SettledPart.amountOf(it.parts()));
                    default -> {
                        // Credit brings no tax that falls due, and what comes later is not counted yet.
                    }
                }
            }
        }
        return paid;
    }

    private boolean isBefore(PastFact fact) {
        return fact.position() < position;
    }

    private static boolean isCash(CreditSource source) {
        return source.kind() == CreditSource.Kind.PAYMENT;
    }

    private static List<Posting> negated(List<Posting> postings) {
        return postings.stream().map(Posting::negated).toList();
    }
}
