package io.receivables.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Switches the built-in issuer on, unless the keys of another issuer are configured. With it on the instance listens on
 * loopback alone: whoever reaches its login page gets any role.
 */
final class BuiltInIssuerSetup implements ApplicationContextInitializer<GenericApplicationContext> {

    static final String ON = "receivables.identity.built-in";

    private final DataFolder folder;

    BuiltInIssuerSetup(DataFolder folder) {
        this.folder = folder;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.containsProperty("receivables.identity.jwk-set-uri")
                || environment.containsProperty("receivables.identity.jwk-set-file")) {
            return;
        }
        var address = environment.getProperty("server.address");
        if (!isLoopback(address)) {
            throw new StartRefused("server.address is " + (address == null || address.isBlank() ? "empty" : address)
                    + ", and the built-in issuer hands out every role to whoever reaches it",
                    "Leave server.address at 127.0.0.1, or name an issuer of your own: receivables.identity.issuer, "
                            + "receivables.identity.audience and receivables.identity.jwk-set-uri.");
        }
        var issuer = BuiltInIssuer.in(folder);
        context.registerBean(BuiltInIssuer.class, () -> issuer);
        environment.getPropertySources()
                .addFirst(new MapPropertySource("built-in issuer", Map.of(ON, "true",
                        "receivables.identity.issuer", issuer.name(), "receivables.identity.audience",
                        issuer.audience(),
                        "receivables.identity.jwk-set-file", issuer.keyFile().toString(),
                        "receivables.identity.login-page",
                        LoginPages.PATH)));
    }

    static boolean isLoopback(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return false;
        }
        try {
            for (var each : InetAddress.getAllByName(address)) {
                if (!each.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
