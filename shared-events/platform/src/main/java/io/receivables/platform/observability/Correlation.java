package io.receivables.platform.observability;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Ties everything that one request sets off: its log lines, its command, the facts of that command and what the
 * projections do with them. The client may give the id, else one is made; the answer names it.
 */
public final class Correlation {

    /** The header of request and answer. */
    public static final String HEADER = "X-Correlation-Id";
    /** The key in the metadata of commands and events, and in every log line. */
    public static final String KEY = "correlationId";

    private static final String ATTRIBUTE = Correlation.class.getName();
    /** Nothing that could break a log line. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Correlation() {}

    /** The id of the request: what its client has given, unless that is malformed, else one of our own. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var given = request.getHeader(HEADER);
        var id = given != null && WELL_FORMED.matcher(given).matches() ? given : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** Puts the id on every line that this thread logs until the scope is closed; null takes it off meanwhile. */
    public static Scope during(@Nullable String id) {
        var before = MDC.get(KEY);
        put(id);
        return () -> put(before);
    }

    private static void put(@Nullable String id) {
        if (id == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, id);
        }
    }

    /** Ends where the lines of one request end. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
