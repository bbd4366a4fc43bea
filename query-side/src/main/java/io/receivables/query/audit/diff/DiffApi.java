package io.receivables.query.audit.diff;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DiffApi {

    private final GetDiff diff;

    DiffApi(GetDiff diff) {
        this.diff = diff;
    }

    @GetMapping("/v1/audit/diff")
    Diff diff(DiffRequest request) {
        return diff.handle(request);
    }
}
