package io.receivables.query.page;

import io.receivables.events.money.Money;
import io.receivables.query.collectionqueue.GetCollectionQueues;
import io.receivables.query.collectionqueue.QueueFilter;
import io.receivables.query.collectionqueue.QueueItem;
import io.receivables.query.collectionqueue.QueueItem.NextAction;
import io.receivables.query.collectionqueue.QueueItem.Reason;
import io.receivables.query.collectionqueue.QueueSummary;
import io.receivables.query.collectionqueue.QueueSummary.Reconciliation;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.DocumentType;
import io.receivables.query.page.ReadLists.Sheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the worklists of collectors. */
@Service
@SnapshotRead
class ReadCollections {

    private final Cuts cuts;
    private final GetCollectionQueues queues;

    ReadCollections(Cuts cuts, GetCollectionQueues queues) {
        this.cuts = cuts;
        this.queues = queues;
    }

    /** A worklist. */
    record QueueLine(String queue, String title, String link, long items, List<Figure> amounts,
            List<TieLine> reconciliation) {}

    record Figure(String currency, Amount amount) {}

    /** How a worklist ties, in one currency. */
    record TieLine(String currency, Amount inQueue, List<LeftOut> leftOut, String of, Amount total) {}

    record LeftOut(String reason, Amount amount) {}

    /**
     * What is to be worked on.
     *
     * @param id of the account or of the payment
     */
    record ItemLine(long rank, String id, String name, String link, String legalEntity, String currency, Amount amount,
            @Nullable Amount balance, @Nullable Amount valueAtRisk, @Nullable LocalDate oldestDueDate,
            @Nullable Long daysPastDue, @Nullable String owner, @Nullable LocalDate snoozedUntil,
            @Nullable NextAction nextAction, List<Reason> reasons) {}

    Sheet<QueueLine> queues(Links links, QueueFilter filter, Locale language) {
        var request = links.viewpoint().asOf();
        return new Sheet<>(cuts.of(request), queues.queues(filter, request, language)
                .items()
                .stream()
                .map(it -> line(it, links, filter))
                .toList(), null);
    }

    Sheet<ItemLine> items(String queue, Links links, QueueFilter filter, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var page = queues.items(queue, filter, request, new Paging(null, after));
        return new Sheet<>(cuts.of(request), page.items().stream().map(it -> line(it, links)).toList(),
                page.nextCursor());
    }

    private static QueueLine line(QueueSummary it, Links links, QueueFilter filter) {
        return new QueueLine(it.queue(), it.title(),
                Links.url(links.collection(it.queue()), CollectionPages.chosen(filter)), it.items(),
                it.amounts().stream().map(ReadCollections::figure).toList(),
                it.reconciliation().stream().map(ReadCollections::tie).toList());
    }

    private static TieLine tie(Reconciliation it) {
        return new TieLine(it.total().currency().getCurrencyCode(), Amount.of(it.inQueue()),
                it.notInQueue()
                        .stream()
                        .map(left -> new LeftOut(left.reason(), Amount.of(left.amount())))
                        .toList(),
                it.of(), Amount.of(it.total()));
    }

    private static Figure figure(Money money) {
        return new Figure(money.currency().getCurrencyCode(), Amount.of(money));
    }

    private static ItemLine line(QueueItem it, Links links) {
        var document = it.documentId();
        var id = document != null ? document : Objects.requireNonNull(it.accountId());
        return new ItemLine(it.rank(), id, it.name(), link(it.documentType(), id, links),
                it.legalEntity(), it.amount().currency().getCurrencyCode(), Amount.of(it.amount()),
                amount(it.balance()), amount(it.valueAtRisk()), it.oldestDueDate(), it.daysPastDue(), it.owner(),
                it.snoozedUntil(), it.nextAction(), it.reasons());
    }

    private static String link(@Nullable DocumentType type, String id, Links links) {
        return switch (type) {
            case null -> links.account(id);
            case PAYMENT -> links.payment(id);
            case INVOICE -> links.invoice(id);
            case CREDIT_NOTE -> links.creditNote(id);
            case CHARGE -> throw new IllegalArgumentException("a late charge has no page: " + id);
        };
    }

    private static @Nullable Amount amount(@Nullable Money money) {
        return money == null ? null : Amount.of(money);
    }
}
