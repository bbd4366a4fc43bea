package io.receivables.platform.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows which threads answer a query: those that serve a GET. Health and metrics do not count, since they have to be
 * answered when the queries are stuck.
 */
final class QueryRequests extends OncePerRequestFilter {

    private static final ThreadLocal<Boolean> ANSWERING = new ThreadLocal<>();

    static boolean isAnswering() {
        return ANSWERING.get() != null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod()) || request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ANSWERING.set(true);
        try {
            chain.doFilter(request, response);
        } finally {
            ANSWERING.remove();
        }
    }
}
