package io.receivables.query.creditgroup;

import io.receivables.events.creditgroup.CreditGroupId;
import io.receivables.platform.resource.CreditGroupResource;
import io.receivables.query.edge.AsOfRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CreditGroupApi {

    private final GetCreditGroup groups;

    CreditGroupApi(GetCreditGroup groups) {
        this.groups = groups;
    }

    @GetMapping("/v1/credit-groups/{id}")
    CreditGroupResource get(@PathVariable CreditGroupId id, AsOfRequest asOf) {
        return groups.handle(id, asOf);
    }
}
