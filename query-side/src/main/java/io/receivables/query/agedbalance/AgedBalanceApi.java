package io.receivables.query.agedbalance;

import io.receivables.query.edge.Table;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AgedBalanceApi {

    private final GetAgedBalance agedBalance;
    private final AgedBalanceTable table;

    AgedBalanceApi(GetAgedBalance agedBalance, AgedBalanceTable table) {
        this.agedBalance = agedBalance;
        this.table = table;
    }

    @GetMapping(path = "/v1/aged-balance", produces = MediaType.APPLICATION_JSON_VALUE)
    AgedBalance get(AgedBalanceRequest request) {
        return agedBalance.handle(request);
    }

    @GetMapping(path = "/v1/aged-balance", produces = {Table.CSV, Table.XLSX})
    Table file(AgedBalanceRequest request) {
        return table.handle(request);
    }
}
