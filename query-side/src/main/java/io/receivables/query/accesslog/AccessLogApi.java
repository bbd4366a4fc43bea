package io.receivables.query.accesslog;

import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccessLogApi {

    private final GetAccessLog log;

    AccessLogApi(GetAccessLog log) {
        this.log = log;
    }

    @GetMapping("/v1/audit/access-log")
    Page<RecordedAccess> reads(AccessRequest request, Paging paging) {
        return log.handle(request, paging);
    }
}
