package io.receivables.query.journal;

import static io.receivables.query.journal.Bookkeeping.both;
import static io.receivables.query.journal.Bookkeeping.credit;
import static io.receivables.query.journal.Bookkeeping.debit;

import io.receivables.events.account.AccountId;
import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.money.Money;
import io.receivables.events.payment.PaymentAllocated;
import io.receivables.events.payment.PaymentAllocationReversed;
import io.receivables.events.payment.PaymentEvent;
import io.receivables.events.payment.PaymentHeldForFactor;
import io.receivables.events.payment.PaymentHeldForFactorReversed;
import io.receivables.events.payment.PaymentId;
import io.receivables.events.payment.PaymentIdentified;
import io.receivables.events.payment.PaymentMethod;
import io.receivables.events.payment.PaymentReceived;
import io.receivables.events.payment.PaymentReversed;
import io.receivables.events.payment.PaymentTransferReversed;
import io.receivables.events.payment.PaymentTransferred;
import io.receivables.events.payment.PaymentUseForRecoveryReversed;
import io.receivables.events.payment.PaymentUsedForRecovery;
import io.receivables.events.payment.ReceivedTransferReversed;
import io.receivables.events.payment.SmallDifferenceGivenBack;
import io.receivables.events.payment.SmallDifferenceTaken;
import io.receivables.query.journal.AllocationBookings.Allocation;
import io.receivables.query.journal.Booking.Piece;
import io.receivables.query.journal.Posting.Owing;
import io.receivables.query.ledger.StreamKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the facts of a payment are booked as. */
record PaymentBookings(Chart chart, Earlier earlier, long position) {

    Booking of(PaymentEvent event) {
        return switch (event) {
            // The twins of a transfer: the giving payment's own fact is the one that counts.
            case PaymentReceived received when received.transferredFrom() != null ->
                booking(JournalRole.BANK, event, List.of());
            case ReceivedTransferReversed _ -> booking(JournalRole.GENERAL, event, List.of());
            case PaymentReceived received -> received(received);
            case PaymentIdentified it -> booking(JournalRole.GENERAL, it,
                    both(debit(AccountRole.UNIDENTIFIED, it.amount()), free(it, it.amount().negated())));
            case PaymentAllocated made -> booking(JournalRole.BANK, made, allocations().made(
                    new Allocation(made.accountId().value(), StreamKey.of(made.paymentId()), made.allocationId(),
                            made.target(), made.parts()),
                    made.discountShares()));
            case PaymentAllocationReversed back -> booking(JournalRole.GENERAL, back, allocations().reversed(
                    new Allocation(back.accountId().value(), StreamKey.of(back.paymentId()), back.allocationId(),
                            back.target(), back.parts())));
            case PaymentReversed it -> booking(JournalRole.BANK, it,
                    both(it.accountId() == null ? debit(AccountRole.UNIDENTIFIED, it.amount()) : free(it, it.amount()),
                            credit(money(payment(it).method()), it.amount())));
            case PaymentTransferred it ->
                booking(JournalRole.GENERAL, it, moved(it, it.toPaymentId(), it.toAccountId(), it.amount()));
            case PaymentTransferReversed it ->
                booking(JournalRole.GENERAL, it, moved(it, it.toPaymentId(), it.toAccountId(), it.amount().negated()));
            case PaymentUsedForRecovery it -> used(it, AccountRole.RECOVERY, it.amount());
            case PaymentUseForRecoveryReversed it -> used(it, AccountRole.RECOVERY, it.amount().negated());
            case SmallDifferenceTaken it -> used(it, AccountRole.SMALL_DIFFERENCE_GAIN, it.amount());
            case SmallDifferenceGivenBack it -> used(it, AccountRole.SMALL_DIFFERENCE_GAIN, it.amount().negated());
            case PaymentHeldForFactor it -> used(it, AccountRole.FACTOR, it.amount());
            case PaymentHeldForFactorReversed it -> used(it, AccountRole.FACTOR, it.amount().negated());
        };
    }

    private Booking received(PaymentReceived it) {
        var to = it.accountId() == null
                ? credit(AccountRole.UNIDENTIFIED, it.amount())
                : free(it, it.amount().negated());
        return it.opening() == null
                ? booking(JournalRole.BANK, it, both(debit(money(it.method()), it.amount()), to))
                : booking(JournalRole.OPENING, it, both(debit(AccountRole.OPENING_BALANCE, it.amount()), to));
    }

    private List<Posting> moved(PaymentEvent event, PaymentId to, AccountId toAccount, Money amount) {
        return both(free(event, amount),
                new Posting(chart.customerCredit(), null, owing(toAccount, to), amount.negated()));
    }

    /** Unapplied cash went there. */
    private Booking used(PaymentEvent event, AccountRole role, Money amount) {
        return booking(JournalRole.GENERAL, event, both(free(event, amount), credit(role, amount)));
    }

    /** Cash of the customer that settles nothing yet. */
    private Posting free(PaymentEvent event, Money amount) {
        return new Posting(chart.customerCredit(), null, owing(event.accountId(), event.paymentId()), amount);
    }

    private static Owing owing(@Nullable AccountId account, PaymentId payment) {
        return new Owing(Objects.requireNonNull(account, payment::value).value(), StreamKey.of(payment).toString());
    }

    private static AccountRole money(PaymentMethod method) {
        return switch (method) {
            case BANK_TRANSFER, DIRECT_DEBIT, OTHER -> AccountRole.BANK;
            case CARD -> AccountRole.CARDS;
            case CHEQUE -> AccountRole.CHEQUES;
            case CASH -> AccountRole.CASH;
        };
    }

    private Booking booking(JournalRole journal, PaymentEvent event, List<Posting> postings) {
        return new Booking(journal, new Piece(event.paymentId().value(), payment(event).receivedDate()), postings);
    }

    private PaymentReceived payment(PaymentEvent event) {
        return earlier.payment(StreamKey.of(event.paymentId()));
    }

    private AllocationBookings allocations() {
        return new AllocationBookings(chart, earlier, position);
    }
}
