package io.receivables.standalone;

import io.receivables.platform.identity.Role;
import java.util.List;

/** Who loads the demo book: always the same subject, for idempotency keys belong to a subject. */
final class DemoToken {

    private DemoToken() {}

    static String of(BuiltInIssuer issuer) {
        return issuer.token("demo-book", List.of(Role.CONTROLLER, Role.INTEGRATION));
    }
}
