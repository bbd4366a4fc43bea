package io.receivables.platform.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls endpoints just to see whether the gate lets the caller in. */
final class MatrixCalls {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    MatrixCalls(URI server) {
        this.server = server;
    }

    /** The gate's code, or "let in": whatever the endpoint itself then thinks of the made-up ids and the empty body. */
    String answer(AccessRow row, @Nullable String token) {
        var path = row.path().getPatternString().replaceAll("\\{[^}]+}", "none").replace("**", "none");
        var request = HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(20));
        if (row.method().equals("GET")) {
            request.GET();
        } else {
            request.method(row.method(), BodyPublishers.ofString("{}")).header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            for (var code : new String[]{"UNAUTHENTICATED", "FORBIDDEN"}) {
                if (answer.body().contains("\"code\":\"" + code + "\"")) {
                    return code;
                }
            }
            return answer.statusCode() == 401 || answer.statusCode() == 403
                    && !answer.body().contains("\"code\":") ? "refused without a code" : "let in";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
