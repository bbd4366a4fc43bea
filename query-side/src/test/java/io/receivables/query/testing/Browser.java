package io.receivables.query.testing;

import io.receivables.platform.identity.Role;
import io.receivables.platform.identity.TestIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.core.env.Environment;

/** Asks the server as a browser does; it follows no link by itself. */
public class Browser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Environment environment;
    private String token = TestIdentity.token(Role.CONTROLLER);

    Browser(Environment environment) {
        this.environment = environment;
    }

    /** From now on with this role, and the data of every entity. */
    public void become(Role role) {
        token = TestIdentity.token(role);
    }

    /** From now on with the data of these entities only. */
    public void becomeControllerOf(String... entities) {
        token = TestIdentity.token("somebody", List.of(Role.CONTROLLER), List.of(entities));
    }

    public HttpResponse<String> open(String path) {
        return openIn("en", path);
    }

    public HttpResponse<String> openIn(String language, String path) {
        return send(path, "text/html,application/xhtml+xml,*/*;q=0.8", language);
    }

    public HttpResponse<String> api(String path) {
        return send(path, "application/json", "en");
    }

    private HttpResponse<String> send(String path, String accept, String language) {
        try {
            var server = URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
            return HTTP.send(HttpRequest.newBuilder(server.resolve(path))
                    .header("Accept", accept)
                    .header("Accept-Language", language)
                    .header("Authorization", "Bearer " + token)
                    .build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
