package io.receivables.query.customeraccount;

import io.receivables.events.account.AccountId;
import io.receivables.platform.resource.AccountResource;
import io.receivables.query.edge.AsOfRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/customer-accounts")
class CustomerAccountApi {

    private final GetCustomerAccount account;

    CustomerAccountApi(GetCustomerAccount account) {
        this.account = account;
    }

    @GetMapping("/{id}")
    AccountResource get(@PathVariable AccountId id, AsOfRequest asOf) {
        return account.handle(id, asOf);
    }
}
