package io.receivables.query.allowance;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AllowanceApi {

    private final GetAllowance allowance;

    AllowanceApi(GetAllowance allowance) {
        this.allowance = allowance;
    }

    @GetMapping("/v1/allowance")
    Allowance get(AllowanceRequest request) {
        return allowance.handle(request);
    }
}
