package io.receivables.query.approval;

import io.receivables.events.account.CreditLimitId;
import io.receivables.events.account.CreditOverrideId;
import io.receivables.events.creditwriteoff.CreditWriteOffId;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.events.refund.RefundId;
import io.receivables.platform.resource.CreditLimitResource;
import io.receivables.platform.resource.CreditOverrideResource;
import io.receivables.platform.resource.CreditWriteOffResource;
import io.receivables.platform.resource.RefundResource;
import io.receivables.platform.resource.WriteOffResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApprovalApi {

    private final GetApprovals approvals;

    ApprovalApi(GetApprovals approvals) {
        this.approvals = approvals;
    }

    @GetMapping("/v1/write-offs/{id}")
    WriteOffResource writeOff(@PathVariable WriteOffId id, AsOfRequest asOf) {
        return approvals.writeOff(id, asOf);
    }

    @GetMapping("/v1/refunds/{id}")
    RefundResource refund(@PathVariable RefundId id, AsOfRequest asOf) {
        return approvals.refund(id, asOf);
    }

    @GetMapping("/v1/credit-write-offs/{id}")
    CreditWriteOffResource creditWriteOff(@PathVariable CreditWriteOffId id, AsOfRequest asOf) {
        return approvals.creditWriteOff(id, asOf);
    }

    @GetMapping("/v1/credit-limits/{id}")
    CreditLimitResource creditLimit(@PathVariable CreditLimitId id, AsOfRequest asOf) {
        return approvals.creditLimit(id, asOf);
    }

    @GetMapping("/v1/credit-overrides/{id}")
    CreditOverrideResource creditOverride(@PathVariable CreditOverrideId id, AsOfRequest asOf) {
        return approvals.creditOverride(id, asOf);
    }

    @GetMapping("/v1/approvals")
    Page<ApprovalItem> list(@RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String legalEntity, AsOfRequest asOf, Paging paging) {
        return approvals.list(status, legalEntity, asOf, paging);
    }
}
