package io.receivables.query.legalentity;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LegalEntityApi {

    private final GetLegalEntities entities;

    LegalEntityApi(GetLegalEntities entities) {
        this.entities = entities;
    }

    @GetMapping("/v1/legal-entities")
    Page<LegalEntityResource> all(AsOfRequest asOf, Paging paging) {
        return entities.all(asOf, paging);
    }

    @GetMapping("/v1/legal-entities/{id}")
    LegalEntityResource one(@PathVariable LegalEntityId id, AsOfRequest asOf) {
        return entities.one(id, asOf);
    }

    @GetMapping("/v1/credit-policies")
    Page<CreditPolicyResource> policies(@RequestParam(required = false) @Nullable String legalEntity,
            AsOfRequest asOf, Paging paging) {
        return entities.policies(legalEntity, asOf, paging);
    }
}
