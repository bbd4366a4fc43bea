package io.receivables.query.statement;

import io.receivables.events.account.AccountId;
import io.receivables.query.edge.Pdf;
import io.receivables.query.edge.Table;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatementApi {

    private final GetStatement statement;
    private final StatementPdf pdf;

    StatementApi(GetStatement statement, StatementPdf pdf) {
        this.statement = statement;
        this.pdf = pdf;
    }

    @GetMapping(path = "/v1/customer-accounts/{id}/statement", produces = MediaType.APPLICATION_JSON_VALUE)
    Statement get(@PathVariable AccountId id, @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asKnown) {
        return statement.handle(id, from, to, asKnown);
    }

    @GetMapping(path = "/v1/customer-accounts/{id}/statement", produces = {Table.CSV, Table.XLSX})
    Table file(@PathVariable AccountId id, @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asKnown) {
        return StatementTable.of(statement.handle(id, from, to, asKnown));
    }

    @GetMapping(path = "/v1/customer-accounts/{id}/statement", produces = Pdf.TYPE)
    ResponseEntity<byte[]> paper(@PathVariable AccountId id, @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asKnown) throws IOException {
        return pdf.answer(statement.handle(id, from, to, asKnown));
    }
}
