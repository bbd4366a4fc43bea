package io.receivables.command.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A complete answer as it is stored under its idempotency key and sent. */
record Answer(int status, @Nullable String location, long version, byte[] body, boolean replayed) {

    ResponseEntity<byte[]> toResponse() {
        var response = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(String.valueOf(version))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.body(body);
    }
}
