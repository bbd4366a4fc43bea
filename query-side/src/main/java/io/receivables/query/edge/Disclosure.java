package io.receivables.query.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What an export is about, for the record of who looked: its request names it by its id, or in its body. */
public final class Disclosure {

    private static final String ATTRIBUTE = Disclosure.class.getName();

    private Disclosure() {}

    /** Records it. */
    public interface Listener {

        /** @param parameters as they were ordered, by their names */
        void isAbout(Map<String, String> parameters, String purpose);
    }

    /** Returns once it is recorded; nothing of what is exported may be answered before. */
    public static void note(Map<String, String> parameters, String purpose) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Listener listener) {
            listener.isAbout(parameters, purpose);
        }
    }

    /** Lets a listener know what the request is about, as soon as somebody has found out. */
    public static void tell(HttpServletRequest request, Listener listener) {
        request.setAttribute(ATTRIBUTE, listener);
    }
}
