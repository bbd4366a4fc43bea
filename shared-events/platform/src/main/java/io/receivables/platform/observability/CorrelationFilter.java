package io.receivables.platform.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Comes before everything else, the gate included, so that each line about a request and its answer carry the id. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorrelationFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CorrelationFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = Correlation.of(request);
        response.setHeader(Correlation.HEADER, id);
        var start = System.nanoTime();
        try (var _ = Correlation.during(id)) {
            chain.doFilter(request, response);
            // The path alone: parameters may hold the name of a customer.
            LOG.debug("{} {} answered {} after {} ms", request.getMethod(), request.getRequestURI(),
                    response.getStatus(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }
}
