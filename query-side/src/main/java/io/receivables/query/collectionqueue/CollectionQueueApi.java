package io.receivables.query.collectionqueue;

import io.receivables.query.collectionqueue.GetCollectionQueues.Queue;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CollectionQueueApi {

    private final GetCollectionQueues queues;

    CollectionQueueApi(GetCollectionQueues queues) {
        this.queues = queues;
    }

    @GetMapping("/v1/collection-queues")
    Page<Queue> queues() {
        return queues.queues();
    }

    @GetMapping("/v1/collection-queues/{queue}/items")
    Page<QueueItem> items(@PathVariable String queue, @RequestParam(required = false) @Nullable String legalEntity,
            AsOfRequest asOf, Paging paging) {
        return queues.items(queue, legalEntity, asOf, paging);
    }
}
