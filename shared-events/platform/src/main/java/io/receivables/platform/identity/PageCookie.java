package io.receivables.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.web.util.WebUtils;

/**
 * Finds the token of a request: in its Authorization header or, for a browser on the pages, in a cookie.
 *
 * <p>
 * The cookie counts for GET only. A browser adds a cookie to whatever request a foreign page makes it send, so a cookie
 * that could send a command would need a defence against forged requests; one that cannot, needs none. The header is
 * never added by a browser on its own.
 */
public final class PageCookie implements BearerTokenResolver {

    public static final String NAME = "receivables-token";

    private final DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
    private final AccessMatrix matrix;

    PageCookie(AccessMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var token = header.resolve(request);
        if (token != null || !request.getMethod().equals("GET")) {
            return token;
        }
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().isEmpty() || needsNoToken(request)) {
            return null;
        }
        return cookie.getValue();
    }

    /** A cookie that has expired must not stand between the browser and the page that gives a new one. */
    private boolean needsNoToken(HttpServletRequest request) {
        return matrix.rowFor(request).filter(AccessRow::openToAnybody).isPresent();
    }
}
