package io.receivables.query.accesslog;

import io.receivables.platform.identity.Actor;
import io.receivables.platform.observability.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccessRetentionApi {

    private final AccessRetention retention;

    AccessRetentionApi(AccessRetention retention) {
        this.retention = retention;
    }

    /** Deletes now what the next round would delete; twice is once, so it takes no Idempotency-Key. */
    @PostMapping("/v1/operations/access-log/deletions")
    AccessRetention.Deletion delete(HttpServletRequest request) {
        return retention.delete(Actor.current(), Correlation.of(request));
    }
}
