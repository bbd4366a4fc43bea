package io.receivables.query.collectioncase;

import io.receivables.events.account.AccountId;
import io.receivables.events.payment.PaymentId;
import io.receivables.platform.resource.CollectionCaseResource;
import io.receivables.query.edge.AsOfRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CollectionCaseApi {

    private final GetCollectionCase collectionCase;

    CollectionCaseApi(GetCollectionCase collectionCase) {
        this.collectionCase = collectionCase;
    }

    @GetMapping("/v1/customer-accounts/{id}/collection-case")
    CollectionCaseResource ofAccount(@PathVariable AccountId id, AsOfRequest asOf) {
        return collectionCase.ofAccount(id, asOf);
    }

    @GetMapping("/v1/payments/{id}/collection-case")
    CollectionCaseResource ofPayment(@PathVariable PaymentId id, AsOfRequest asOf) {
        return collectionCase.ofPayment(id, asOf);
    }
}
