package io.receivables.platform.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a request pass if its row in the matrix names a role of the actor; denies what has no row. */
final class AccessGate implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String METRICS = "GET /actuator/prometheus";

    private final AccessMatrix matrix;
    private final boolean metricsOpenToLoopback;

    AccessGate(AccessMatrix matrix, boolean metricsOpenToLoopback) {
        this.matrix = matrix;
        this.metricsOpenToLoopback = metricsOpenToLoopback;
    }

    @Override
    public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        var request = context.getRequest();
        var row = matrix.rowFor(request);
        var granted = row.isPresent() && (row.get().openToAnybody()
                || metricsOpenToLoopback && row.get().endpoint().equals(METRICS) && isLoopback(request.getRemoteAddr())
                || authentication.get() instanceof ActorAuthentication known && row.get().allows(known.getPrincipal()));
        return new AuthorizationDecision(granted);
    }

    private static boolean isLoopback(String address) {
        try {
            // The container gives a literal address: nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
