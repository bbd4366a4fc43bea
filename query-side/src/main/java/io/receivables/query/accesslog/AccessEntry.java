package io.receivables.query.accesslog;

import io.receivables.platform.identity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A read as it is recorded.
 *
 * @param path as in the access matrix
 * @param ids the values of its variables, in order
 * @param parameters as asked, without what may be a name
 * @param subject what is looked at, where its account and legal entity are to be found by it
 * @param status of the answer; null for one that is yet to come
 * @param rows null where nobody counted
 */
record AccessEntry(UUID id, Instant at, Actor actor, AccessKind kind, String method, String path, List<String> ids,
        @Nullable String parameters, @Nullable String accountId, @Nullable String legalEntity,
        @Nullable AccessSubject subject, @Nullable String asAt, @Nullable String asKnown, @Nullable String purpose,
        @Nullable Integer status, @Nullable Long rows, String correlationId) {

    AccessEntry answered(int withStatus, @Nullable Long withRows) {
        return new AccessEntry(id, at, actor, kind, method, path, ids, parameters, accountId, legalEntity, subject,
                asAt, asKnown, purpose, withStatus, withRows, correlationId);
    }

    AccessEntry ofKind(AccessKind otherKind) {
        return new AccessEntry(id, at, actor, otherKind, method, path, ids, parameters, accountId, legalEntity, subject,
                asAt, asKnown, purpose, status, rows, correlationId);
    }

    /** @param ordered the parameters of an export; a purpose that the request itself says comes first */
    AccessEntry about(Map<String, String> ordered, String orderedFor) {
        return new AccessEntry(id, at, actor, kind, method, path, ids, parameters, ordered.get("accountId"),
                ordered.get("legalEntity"), subject, ordered.get("asAt"), ordered.get("asKnown"),
                purpose == null ? orderedFor : purpose, status, rows, correlationId);
    }

    /** How one that was recorded before its answer has ended. */
    record End(UUID id, int status, @Nullable Long rows) {}
}
