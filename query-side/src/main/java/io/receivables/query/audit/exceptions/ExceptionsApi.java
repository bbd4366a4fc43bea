package io.receivables.query.audit.exceptions;

import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Table;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExceptionsApi {

    private final GetExceptions exceptions;

    ExceptionsApi(GetExceptions exceptions) {
        this.exceptions = exceptions;
    }

    @GetMapping(path = "/v1/audit/exceptions", produces = MediaType.APPLICATION_JSON_VALUE)
    ExceptionReport report(ExceptionsRequest request, Paging paging) {
        return exceptions.report(request, paging);
    }

    @GetMapping(path = "/v1/audit/exceptions", produces = {Table.CSV, Table.XLSX})
    Page<ReportedException> rows(ExceptionsRequest request, Paging paging) {
        return exceptions.rows(request, paging);
    }
}
