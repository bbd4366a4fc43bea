package io.receivables.platform.identity;

import io.receivables.platform.problem.Problem;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.RefusalLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/** What the gate answers when it does not let a request pass. */
final class GateAnswers implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

    private final AccessMatrix matrix;
    private final JsonMapper json;
    private final @Nullable String loginPage;
    private final ObjectProvider<RefusedPage> pages;
    private final ObjectProvider<ForbiddenWatch> watches;

    GateAnswers(AccessMatrix matrix, JsonMapper json, @Nullable String loginPage, ObjectProvider<RefusedPage> pages,
            ObjectProvider<ForbiddenWatch> watches) {
        this.matrix = matrix;
        this.json = json;
        this.loginPage = loginPage;
        this.pages = pages;
        this.watches = watches;
    }

    /** Without a token, or with one that is not accepted. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (loginPage != null && isPage(request)) {
            response.sendRedirect(loginPage);
            return;
        }
        if (refused instanceof OAuth2AuthenticationException token) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            var why = token.getError().getDescription();
            write(request, response, ProblemCode.UNAUTHENTICATED, why == null ? "the token is not accepted" : why);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(request, response, ProblemCode.UNAUTHENTICATED, "a bearer token is needed");
    }

    /** With a token that does not open this endpoint; an endpoint that does not exist says so. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var methods = matrix.methodsFor(request);
        if (methods.isEmpty()) {
            write(request, response, ProblemCode.NO_SUCH_PATH, "nothing is at " + request.getRequestURI());
        } else if (matrix.rowFor(request).isEmpty()) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
            write(request, response, ProblemCode.METHOD_NOT_ALLOWED,
                    request.getMethod() + " is not among " + String.join(", ", methods));
        } else {
            watches.orderedStream().forEach(it -> it.forbidden(request));
            write(request, response, ProblemCode.FORBIDDEN, "none of the token's roles may call this");
        }
    }

    /** With a path that no client of ours writes: encoded slashes, doubled slashes, control characters. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        write(request, response, ProblemCode.PARAMETER_INVALID, "the URL is not accepted");
    }

    /** A browser on one of the pages; calls of the API are answered as such even from a browser's address bar. */
    private static boolean isPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/v1/")
                && (accept != null && accept.contains("text/html") || request.getHeader("HX-Request") != null);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemCode code, String detail)
            throws IOException {
        RefusalLog.refused(code);
        var problem = Problem.of(code, detail);
        var page = pages.getIfAvailable();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (page != null && isPage(request)) {
            show(page, request, response, problem);
            return;
        }
        response.setStatus(code.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private static void show(RefusedPage page, HttpServletRequest request, HttpServletResponse response,
            Problem problem) throws IOException {
        try {
            page.answer(request, response, problem);
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
