package io.receivables.query.collectionqueue;

import static java.util.stream.Collectors.toMap;

import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.SnapshotRead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Answers what collectors have to work on, the most urgent first, and how the worklists tie to the aged balance. */
@Service
@SnapshotRead
public class GetCollectionQueues {

    private final QueueQuestions questions;
    private final AccountQueues accounts;
    private final Map<Queue, DocumentQueue> documents;
    private final MessageSource messages;

    GetCollectionQueues(QueueQuestions questions, AccountQueues accounts, List<DocumentQueue> documents,
            MessageSource messages) {
        this.questions = questions;
        this.accounts = accounts;
        this.documents = documents.stream().collect(toMap(DocumentQueue::queue, it -> it));
        this.messages = messages;
    }

    public Page<QueueSummary> queues(QueueFilter filter, AsOfRequest request, Locale language) {
        var question = questions.of(filter, request, true);
        var totals = new ArrayList<>(accounts.totals(question));
        documents.values().forEach(of -> totals.add(of.totals(question)));
        List<QueueSummary> summaries = totals.stream()
                .sorted(Comparator.comparing(QueueTotals::queue))
                .map(total -> total.summary(messages.getMessage("queue." + total.queue().word(), null, language)))
                .toList();
        return new Page<>(summaries, null);
    }

    public Page<QueueItem> items(String name, QueueFilter filter, AsOfRequest request, Paging paging) {
        var queue = Queue.of(name);
        var question = questions.of(filter, request, queue == Queue.HIGH_RISK);
        var after = paging.afterKeys(1);
        long skipped = after == null ? 0 : Cursor.number(after.getFirst());
        var ofDocuments = documents.get(queue);
        var items = ofDocuments == null
                ? accounts.page(queue, question, skipped, paging.size() + 1)
                : ofDocuments.page(question, skipped, paging.size() + 1);
        return Page.of(items, paging.size(), last -> List.of(Long.toString(last.rank())));
    }
}
