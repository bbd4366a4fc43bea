package io.receivables.query.customeraccount;

import io.receivables.events.account.AccountId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ContactApi {

    private final GetContact contact;

    ContactApi(GetContact contact) {
        this.contact = contact;
    }

    @GetMapping("/v1/customer-accounts/{id}/contact")
    CustomerContact get(@PathVariable AccountId id) {
        return contact.handle(id);
    }
}
