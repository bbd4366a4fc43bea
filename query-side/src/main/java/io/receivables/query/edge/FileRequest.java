package io.receivables.query.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Whether the running request asks for a list as a file, and for how much of it. */
final class FileRequest {

    private static final int MOST_ROWS = 100_000;

    private FileRequest() {}

    static boolean isOne() {
        var accept = header(HttpHeaders.ACCEPT);
        return accept != null && !accept.contains(MediaType.APPLICATION_JSON_VALUE)
                && (accept.contains(Table.CSV) || accept.contains(Table.XLSX));
    }

    /** How many rows a file may have, for it is put together in memory. */
    static int mostRows() {
        var context = request() instanceof ServletRequestAttributes it
                ? RequestContextUtils.findWebApplicationContext(it.getRequest())
                : null;
        return context == null
                ? MOST_ROWS
                : context.getEnvironment().getProperty("receivables.queries.file-rows", Integer.class, MOST_ROWS);
    }

    static boolean namesLimit() {
        return request() instanceof ServletRequestAttributes it && it.getRequest().getParameter("limit") != null;
    }

    private static @Nullable String header(String name) {
        return request() instanceof ServletRequestAttributes it ? it.getRequest().getHeader(name) : null;
    }

    private static @Nullable Object request() {
        return RequestContextHolder.getRequestAttributes();
    }
}
