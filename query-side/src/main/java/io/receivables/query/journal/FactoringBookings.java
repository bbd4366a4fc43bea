package io.receivables.query.journal;

import static io.receivables.query.journal.Bookkeeping.credit;
import static io.receivables.query.journal.Bookkeeping.debit;

import io.receivables.events.accountmapping.AccountRole;
import io.receivables.events.accountmapping.JournalRole;
import io.receivables.events.factoring.FactorDebtIncurred;
import io.receivables.events.factoring.FactorDebtReversed;
import io.receivables.events.factoring.FactorPaidOver;
import io.receivables.events.factoring.FactorSettlementReported;
import io.receivables.events.factoring.FactorSettlementReversed;
import io.receivables.events.factoring.FactoredItemsBoughtBack;
import io.receivables.events.factoring.FactoringEvent;
import io.receivables.events.factoring.ReceivablesFactored;
import io.receivables.events.invoice.ClaimItem;
import io.receivables.events.money.Money;
import io.receivables.query.journal.Booking.Piece;
import io.receivables.query.journal.Posting.Owing;
import io.receivables.query.ledger.StreamKey;
import java.util.ArrayList;
import java.util.List;

/** What leaves the books is owed by the factor; what stays in them is settled when the debtor has paid the factor. */
final class FactoringBookings {

    private FactoringBookings() {}

    static Booking of(FactoringEvent event) {
        return switch (event) {
            case ReceivablesFactored it -> general(it, factored(it));
            case FactoredItemsBoughtBack it -> general(it, it.derecognised() ? back(it, it.items()) : List.of());
            case FactorSettlementReported it -> general(it, it.derecognised() ? List.of() : gone(it, it.items()));
            case FactorSettlementReversed it -> general(it, it.derecognised() ? List.of() : back(it, it.items()));
            // The cash that is the factor's is booked with its payment.
            case FactorDebtIncurred _,FactorDebtReversed _ -> general(event, List.of());
            case FactorPaidOver it -> new Booking(JournalRole.BANK, new Piece(it.payoutId().value(),
                    it.effectiveDate()),
                    List.of(debit(AccountRole.FACTOR, it.amount()), credit(AccountRole.BANK,
                            it.amount())));
        };
    }

    private static List<Posting> factored(ReceivablesFactored it) {
        var postings = new ArrayList<>(it.derecognised() ? gone(it, it.items()) : List.of());
        if (it.commission() != null) {
            postings.add(debit(AccountRole.FACTOR_COMMISSION, it.commission()));
            postings.add(credit(AccountRole.FACTOR, it.commission()));
        }
        return List.copyOf(postings);
    }

    /** What customers owed the factor owes now. */
    private static List<Posting> gone(FactoringEvent event, List<ClaimItem> items) {
        var postings = new ArrayList<Posting>();
        postings.add(debit(AccountRole.FACTOR, ClaimItem.total(items)));
        items.forEach(item -> postings.add(receivable(event, item, item.amount().negated())));
        return List.copyOf(postings);
    }

    private static List<Posting> back(FactoringEvent event, List<ClaimItem> items) {
        return gone(event, items).stream().map(Posting::negated).toList();
    }

    private static Posting receivable(FactoringEvent event, ClaimItem item, Money amount) {
        return new Posting(AccountRole.RECEIVABLE, null,
                new Owing(event.accountId().value(), StreamKey.of(item.invoiceId()).toString()), amount);
    }

    private static Booking general(FactoringEvent event, List<Posting> postings) {
        return new Booking(JournalRole.GENERAL, new Piece(event.factoringId().value(), event.effectiveDate()),
                postings);
    }
}
