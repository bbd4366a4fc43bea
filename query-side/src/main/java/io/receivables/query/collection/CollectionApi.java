package io.receivables.query.collection;

import io.receivables.events.account.AccountId;
import io.receivables.platform.resource.ContactResource;
import io.receivables.query.collection.GetCollectionFile.CollectionFileResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/customer-accounts/{id}")
class CollectionApi {

    private final GetContactLog contacts;
    private final GetCollectionFile files;

    CollectionApi(GetContactLog contacts, GetCollectionFile files) {
        this.contacts = contacts;
        this.files = files;
    }

    @GetMapping("/contact-log")
    Page<ContactResource> contactLog(@PathVariable AccountId id, GetContactLog.Filter filter, AsOfRequest asOf,
            Paging paging) {
        return contacts.handle(id, filter, asOf, paging);
    }

    @GetMapping("/collection-file")
    CollectionFileResource collectionFile(@PathVariable AccountId id, AsOfRequest asOf) {
        return files.handle(id, asOf);
    }
}
