package io.receivables.query.agreement;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PromiseId;
import io.receivables.events.invoice.DisputeId;
import io.receivables.platform.resource.DisputeResource;
import io.receivables.platform.resource.PaymentPlanResource;
import io.receivables.platform.resource.PromiseResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AgreementApi {

    private final GetDisputes disputes;
    private final GetPromises promises;
    private final GetPaymentPlans plans;

    AgreementApi(GetDisputes disputes, GetPromises promises, GetPaymentPlans plans) {
        this.disputes = disputes;
        this.promises = promises;
        this.plans = plans;
    }

    @GetMapping("/v1/disputes")
    Page<DisputeResource> disputes(@RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String overdue,
            @RequestParam(required = false) @Nullable String accountId,
            @RequestParam(required = false) @Nullable String legalEntity, AsOfRequest asOf, Paging paging) {
        return disputes.list(status, owner, overdue, accountId, legalEntity, asOf, paging);
    }

    @GetMapping("/v1/disputes/{id}")
    DisputeResource dispute(@PathVariable DisputeId id, AsOfRequest asOf) {
        return disputes.one(id, asOf);
    }

    @GetMapping("/v1/promises")
    Page<PromiseResource> promises(@RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String accountId,
            @RequestParam(required = false) @Nullable String legalEntity, AsOfRequest asOf, Paging paging) {
        return promises.list(status, accountId, legalEntity, asOf, paging);
    }

    @GetMapping("/v1/promises/{id}")
    PromiseResource promise(@PathVariable PromiseId id, AsOfRequest asOf) {
        return promises.one(id, asOf);
    }

    @GetMapping("/v1/customer-accounts/{id}/promises")
    AccountPromises promisesOf(@PathVariable AccountId id, AsOfRequest asOf) {
        return promises.ofAccount(id, asOf);
    }

    @GetMapping("/v1/payment-plans")
    Page<PaymentPlanResource> plans(@RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String accountId,
            @RequestParam(required = false) @Nullable String legalEntity, AsOfRequest asOf, Paging paging) {
        return plans.list(status, accountId, legalEntity, asOf, paging);
    }

    @GetMapping("/v1/payment-plans/{id}")
    PaymentPlanResource plan(@PathVariable PaymentPlanId id, AsOfRequest asOf) {
        return plans.one(id, asOf);
    }

    @GetMapping("/v1/customer-accounts/{id}/payment-plans")
    Page<PaymentPlanResource> plansOf(@PathVariable AccountId id, AsOfRequest asOf) {
        return new Page<>(plans.ofAccount(id, asOf), null);
    }
}
