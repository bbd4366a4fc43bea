package io.receivables.query.edge;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** How many rows the running request was answered with, for the record of who looked. */
public final class RowCount {

    private static final String ATTRIBUTE = RowCount.class.getName();

    private RowCount() {}

    /** For who writes the answer row by row. */
    public static void note(long rows) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, rows, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Null where nobody counted. */
    public static @Nullable Long of(HttpServletRequest request) {
        return (Long) request.getAttribute(ATTRIBUTE);
    }
}
