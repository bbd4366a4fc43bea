package io.receivables.query.collectionqueue;

import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CollectionQueueApi {

    private final GetCollectionQueues queues;

    CollectionQueueApi(GetCollectionQueues queues) {
        this.queues = queues;
    }

    @GetMapping("/v1/collection-queues")
    Page<QueueSummary> queues(QueueFilter filter, AsOfRequest asOf, Locale language) {
        return queues.queues(filter, asOf, language);
    }

    @GetMapping("/v1/collection-queues/{queue}/items")
    Page<QueueItem> items(@PathVariable String queue, QueueFilter filter, AsOfRequest asOf, Paging paging) {
        return queues.items(queue, filter, asOf, paging);
    }
}
