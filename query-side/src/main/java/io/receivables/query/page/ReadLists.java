package io.receivables.query.page;

import io.receivables.platform.resource.ApprovalProgress;
import io.receivables.query.approval.ApprovalItem;
import io.receivables.query.approval.GetApprovals;
import io.receivables.query.collectionqueue.GetCollectionQueues;
import io.receivables.query.collectionqueue.QueueFilter;
import io.receivables.query.collectionqueue.QueueItem;
import io.receivables.query.creditbalance.CreditBalance;
import io.receivables.query.creditbalance.CreditBalance.Origin;
import io.receivables.query.creditbalance.GetCreditBalances;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.DocumentType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
    private final GetApprovals approvals;

    ReadLists(Cuts cuts, GetCreditBalances balances, GetCollectionQueues queues, GetApprovals approvals) {
        this.cuts = cuts;
        this.balances = balances;
        this.queues = queues;
        this.approvals = approvals;
    }

    record Sheet<T>(Cut cut, List<T> lines, @Nullable String nextCursor) {}

    /** An account that we owe. */
    record CreditLine(String accountId, String name, String link, String legalEntity, String currency, Amount credit,
            LocalDate oldestDate, long daysOld, List<OriginLine> origins) {}

    record OriginLine(String kind, String id, String link, LocalDate date, Amount amount) {}

    /** An account to call. */
    record QueueLine(long rank, String accountId, String name, String link, String legalEntity, String currency,
            Amount overdue, Amount balance, LocalDate oldestDueDate, long daysPastDue, long items) {}

    /**
     * What waits for others to agree.
     *
     * @param documentId null for what is about the account itself
     * @param amount null for a credit without limit
     * @param approvedBy who has agreed so far, of as many as must
     * @param decidedBy everybody who agreed, or who said no; null where nobody did, or had to
     */
    record ApprovalLine(String kind, String id, @Nullable String accountId, @Nullable String name,
            @Nullable String accountLink, @Nullable String creditGroupId,
            @Nullable String documentId, @Nullable String documentLink, String legalEntity, @Nullable String currency,
            @Nullable Amount amount, String reason, String requestedBy,
            LocalDate effectiveDate, String role, int approvers, List<String> approvedBy, @Nullable String decidedBy) {}

    Sheet<CreditLine> creditBalances(Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var page = balances.handle(null, request, new Paging(null, after));
        return new Sheet<>(cuts.of(request), page.items().stream().map(it -> line(it, links)).toList(),
                page.nextCursor());
    }

    Sheet<QueueLine> collectionQueue(Links links, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var page = queues.items(OVERDUE, QueueFilter.of(null), request, new Paging(null, after));
        return new Sheet<>(cuts.of(request), page.items().stream().map(it -> line(it, links)).toList(),
                page.nextCursor());
    }

    /** @param status PENDING, APPROVED, REJECTED, … */
    Sheet<ApprovalLine> approvals(Links links, String status, @Nullable String after) {
        var request = links.viewpoint().asOf();
        var page = approvals.list(status, null, request, new Paging(null, after));
        return new Sheet<>(cuts.of(request), page.items().stream().map(it -> line(it, links)).toList(),
                page.nextCursor());
    }

    private static ApprovalLine line(ApprovalItem it, Links links) {
        // A credit limit, and what may exceed one, waits for one controller.
        var approval = it.approval() == null ? ApprovalProgress.of(null, List.of()) : it.approval();
        var link = it.documentType() == null || it.documentId() == null
                ? null
                : document(it.documentType(), it.documentId(), links);
        return new ApprovalLine(it.kind().name(), it.id(), it.accountId(), it.name(),
                it.accountId() == null ? null : links.account(it.accountId()), it.creditGroupId(), it.documentId(),
                link, it.legalEntity(),
                it.amount() == null ? null : it.amount().currency().getCurrencyCode(),
                it.amount() == null ? null : Amount.of(it.amount()), it.reason(), it.requestedBy(),
                it.effectiveDate(), approval.role(), approval.approvers(), approval.approvedBy(),
                DecidedBy.of(it.approval(), it.approvedBy(), it.rejectedBy()));
    }

    private static String document(DocumentType type, String id, Links links) {
        return switch (type) {
            case INVOICE -> links.invoice(id);
            case PAYMENT -> links.payment(id);
            case CREDIT_NOTE -> links.creditNote(id);
            case CHARGE -> throw new IllegalArgumentException("a late charge is no credit and is not approved: " + id);
        };
    }

    private static CreditLine line(CreditBalance it, Links links) {
        return new CreditLine(it.accountId(), it.name(), links.account(it.accountId()), it.legalEntity(),
                it.balance().currency().getCurrencyCode(), Amount.of(it.creditAmount()), it.oldestDate(), it.daysOld(),
                it.origins().stream().map(origin -> line(origin, links)).toList());
    }

    private static OriginLine line(Origin origin, Links links) {
        var link = document(origin.documentType(), origin.documentId(), links);
        return new OriginLine(origin.origin().name(), origin.documentId(), link, origin.date(),
                Amount.of(origin.amount()));
    }

    private static QueueLine line(QueueItem it, Links links) {
        var account = Objects.requireNonNull(it.accountId());
        return new QueueLine(it.rank(), account, it.name(), links.account(account), it.legalEntity(),
                it.amount().currency().getCurrencyCode(), Amount.of(it.amount()),
                Amount.of(Objects.requireNonNull(it.balance())), Objects.requireNonNull(it.oldestDueDate()),
                Objects.requireNonNull(it.daysPastDue()), Objects.requireNonNull(it.overdueItems()));
    }
}
