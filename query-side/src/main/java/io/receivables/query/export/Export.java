package io.receivables.query.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.query.ledger.Known;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export as who has ordered it sees it.
 *
 * @param parameters as settled when it was ordered
 * @param asKnown the cut of what it holds, where there is one
 * @param attempts how often a node has begun to write it
 * @param bytes of the file, once it is whole; so is {@code sha256}, in hexadecimal digits
 * @param expiresAt until when the file can be fetched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Export(UUID exportId, ExportKind kind, State state, SortedMap<String, String> parameters,
        @Nullable Known asKnown, String purpose, String requestedBy, Instant createdAt, @Nullable Instant startedAt,
        @Nullable Instant finishedAt, @Nullable Instant expiresAt, int attempts, Progress progress, String fileName,
        String mediaType, @Nullable Long bytes, @Nullable String sha256, @Nullable Failure error) {

    /** Only what is DONE can be fetched. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        /** Its file was removed; that it was made is still known. */
        EXPIRED
    }

    /** @param total absent where it is not known before the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(long done, @Nullable Long total) {}

    /** Why there is no file: the same as a refused request would have been told. */
    record Failure(String code, String detail) {}

    String path() {
        return "/v1/exports/" + exportId;
    }
}
