package io.receivables.query.collectionqueue;

import java.util.List;

/** A worklist of documents rather than of accounts. */
interface DocumentQueue {

    Queue queue();

    QueueTotals totals(QueueQuestion question);

    /** @param skipped how many come before the page */
    List<QueueItem> page(QueueQuestion question, long skipped, int limit);
}
