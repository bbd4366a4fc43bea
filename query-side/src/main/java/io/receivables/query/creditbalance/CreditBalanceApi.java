package io.receivables.query.creditbalance;

import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.ClassFilter;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CreditBalanceApi {

    private final GetCreditBalances balances;

    CreditBalanceApi(GetCreditBalances balances) {
        this.balances = balances;
    }

    @GetMapping("/v1/credit-balances")
    Page<CreditBalance> list(@RequestParam(required = false) @Nullable String legalEntity,
            @RequestParam(required = false) @Nullable String receivableClass, AsOfRequest asOf, Paging paging) {
        return balances.handle(legalEntity, ClassFilter.of(receivableClass), asOf, paging);
    }
}
