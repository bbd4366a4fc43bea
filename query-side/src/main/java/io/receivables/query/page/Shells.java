package io.receivables.query.page;

import io.receivables.platform.identity.Actor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Knows who looks at a page. */
@Component
class Shells {

    private final boolean canLogOut;

    Shells(Environment environment) {
        canLogOut = environment.containsProperty("receivables.identity.login-page");
    }

    Shell of(HttpServletRequest request) {
        return Actor.find()
                .map(actor -> Shell.of(actor, canLogOut, request.getRequestURI()))
                .orElseGet(() -> Shell.ofNobody(request.getRequestURI()));
    }
}
