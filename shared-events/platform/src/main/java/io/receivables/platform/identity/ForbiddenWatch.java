package io.receivables.platform.identity;

import jakarta.servlet.http.HttpServletRequest;

/** Is told of each request that no role of its actor allows, before it is answered. */
@FunctionalInterface
public interface ForbiddenWatch {

    void forbidden(HttpServletRequest request);
}
