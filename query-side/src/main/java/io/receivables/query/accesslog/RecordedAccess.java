package io.receivables.query.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read that was recorded.
 *
 * @param path with its variables
 * @param ids their values, in order; none where the legal entity is not known and whoever asks may not see all that it can be
 * @param parameters as asked; what may be a name is left out; absent as the ids
 * @param legalEntities which the answer could be about; absent: every one
 * @param status of the answer; absent where it was begun and nobody knows how it ended
 * @param rows how many it had, where somebody counted
 * @param purpose as it was said, else what the kind is usually for
 * @param purposeSaid whether it was said
 * @param deletedBefore of a deletion: reads of before this instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordedAccess(String id, Instant at, String who, List<String> roles, AccessKind kind, String method,
        String path, List<String> ids, @Nullable String parameters, @Nullable String accountId,
        @Nullable List<String> legalEntities, @Nullable String asAt, @Nullable String asKnown,
        @Nullable Integer status, @Nullable Long rows, String purpose, boolean purposeSaid, String correlationId,
        @Nullable Instant deletedBefore) {}
