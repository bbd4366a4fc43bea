package io.receivables.query.taxrelief;

import io.receivables.events.account.AccountId;
import io.receivables.events.invoice.WriteOffId;
import io.receivables.query.edge.AsOfRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TaxReliefApi {

    private static final String TEXT = "text/plain;charset=UTF-8";

    private final GetTaxRelief reliefs;

    TaxReliefApi(GetTaxRelief reliefs) {
        this.reliefs = reliefs;
    }

    @GetMapping(path = "/v1/write-offs/{id}/duplicate-invoice", produces = MediaType.APPLICATION_JSON_VALUE)
    DuplicateInvoice duplicate(@PathVariable WriteOffId id, AsOfRequest asOf) {
        return reliefs.duplicate(id, asOf);
    }

    @GetMapping(path = "/v1/write-offs/{id}/duplicate-invoice", produces = TEXT)
    String duplicateText(@PathVariable WriteOffId id, AsOfRequest asOf) {
        return reliefs.duplicate(id, asOf).text();
    }

    @GetMapping(path = "/v1/customer-accounts/{id}/tax-relief", produces = MediaType.APPLICATION_JSON_VALUE)
    TaxReliefStatement statement(@PathVariable AccountId id, AsOfRequest asOf) {
        return reliefs.statement(id, asOf);
    }

    @GetMapping(path = "/v1/customer-accounts/{id}/tax-relief", produces = TEXT)
    String statementText(@PathVariable AccountId id, AsOfRequest asOf) {
        return reliefs.statement(id, asOf).text();
    }
}
