package io.receivables.query.customeraccount;

import io.receivables.events.account.AccountId;
import io.receivables.platform.resource.AccountResource;
import io.receivables.platform.resource.ExposureResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.ClassFilter;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.ledger.hindsight.AllocationView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/customer-accounts")
class CustomerAccountApi {

    private final GetCustomerAccount account;
    private final FindCustomerAccounts accounts;
    private final GetOpenItems openItems;
    private final GetTimeline timeline;
    private final GetExposure exposure;

    CustomerAccountApi(GetCustomerAccount account, FindCustomerAccounts accounts, GetOpenItems openItems,
            GetTimeline timeline, GetExposure exposure) {
        this.account = account;
        this.accounts = accounts;
        this.openItems = openItems;
        this.timeline = timeline;
        this.exposure = exposure;
    }

    @GetMapping
    Page<AccountResource> find(FindCustomerAccounts.Filter filter, AsOfRequest asOf, Paging paging) {
        return accounts.handle(filter, asOf, paging);
    }

    @GetMapping("/{id}")
    AccountResource get(@PathVariable AccountId id, @RequestParam(required = false) @Nullable String receivableClass,
            AsOfRequest asOf) {
        return account.handle(id, ClassFilter.of(receivableClass), asOf);
    }

    @GetMapping("/{id}/open-items")
    Page<OpenItem> openItems(@PathVariable AccountId id,
            @RequestParam(required = false) @Nullable String receivableClass, AsOfRequest asOf,
            @RequestParam(required = false) @Nullable String view, Paging paging) {
        return openItems.handle(id, ClassFilter.of(receivableClass), asOf, AllocationView.of(view), paging);
    }

    @GetMapping("/{id}/timeline")
    Page<TimelineEntry> timeline(@PathVariable AccountId id, AsOfRequest asOf, Paging paging) {
        return timeline.handle(id, asOf, paging);
    }

    @GetMapping("/{id}/exposure")
    ExposureResource exposure(@PathVariable AccountId id, AsOfRequest asOf) {
        return exposure.handle(id, asOf);
    }
}
