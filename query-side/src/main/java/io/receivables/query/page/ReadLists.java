package io.receivables.query.page;

import io.receivables.query.collectionqueue.GetCollectionQueues;
import io.receivables.query.collectionqueue.QueueItem;
import io.receivables.query.creditbalance.CreditBalance;
import io.receivables.query.creditbalance.CreditBalance.Origin;
import io.receivables.query.creditbalance.GetCreditBalances;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the worklists. */
@Service
@SnapshotRead
class ReadLists {

    private static final String OVERDUE = "overdue";

    private final Cuts cuts;
    private final GetCreditBalances balances;
    private final GetCollectionQueues queues;

    ReadLists(Cuts cuts, GetCreditBalances balances, GetCollectionQueues queues) {
        this.cuts = cuts;
        this.balances = balances;
        this.queues = queues;
    }

    record Sheet<T>(Cut cut, List<T> lines, @Nullable String nextCursor) {}

    /** An account that we owe. */
    record CreditLine(String accountId, String name, String link, String legalEntity, String currency, Amount credit,
            LocalDate oldestDate, long daysOld, List<OriginLine> origins) {}

    record OriginLine(String kind, String id, String link, LocalDate date, Amount amount) {}

    /** An account to call. */
    record QueueLine(long rank, String accountId, String name, String link, String legalEntity, String currency,
            Amount overdue, Amount balance, LocalDate oldestDueDate, long daysPastDue, long items) {}

    Sheet<CreditLine> creditBalances(Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var page = balances.handle(null, request, new Paging(null, after));
        return new Sheet<>(cuts.of(request), page.items().stream().map(it -> line(it, links)).toList(),
                page.nextCursor());
    }

    Sheet<QueueLine> collectionQueue(Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var page = queues.items(OVERDUE, null, request, new Paging(null, after));
        return new Sheet<>(cuts.of(request), page.items().stream().map(it -> line(it, links)).toList(),
                page.nextCursor());
    }

    private static CreditLine line(CreditBalance it, Links links) {
        return new CreditLine(it.accountId(), it.name(), links.account(it.accountId()), it.legalEntity(),
                it.balance().currency().getCurrencyCode(), Amount.of(it.creditAmount()), it.oldestDate(), it.daysOld(),
                it.origins().stream().map(origin -> line(origin, links)).toList());
    }

    private static OriginLine line(Origin origin, Links links) {
        var link = switch (origin.documentType()) {
            case INVOICE -> links.invoice(origin.documentId());
            case PAYMENT -> links.payment(origin.documentId());
            case CREDIT_NOTE -> links.creditNote(origin.documentId());
            case CHARGE -> throw new IllegalArgumentException("a late charge is no credit: " + origin.documentId());
        };
        return new OriginLine(origin.origin().name(), origin.documentId(), link, origin.date(),
                Amount.of(origin.amount()));
    }

    private static QueueLine line(QueueItem it, Links links) {
        return new QueueLine(it.rank(), it.accountId(), it.name(), links.account(it.accountId()), it.legalEntity(),
                it.overdue().currency().getCurrencyCode(), Amount.of(it.overdue()), Amount.of(it.balance()),
                it.oldestDueDate(), it.daysPastDue(), it.overdueItems());
    }
}
