package io.receivables.query.accesslog;

import io.receivables.platform.identity.Actor;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Answers who looked at what, the latest first. Reads are no facts: there is no cut of what was known. What a read was about is not
 * shown where it may have been about a legal entity that the asker may not see.
 */
@Service
@SnapshotRead
public class GetAccessLog {

    private final JdbcClient jdbc;

    GetAccessLog(AccessLogConfiguration.AccessSchema schema, JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<RecordedAccess> handle(AccessRequest request, Paging paging) {
        var scope = Scope.of(request.legalEntity());
        var after = paging.afterKeys(2);
        var found = jdbc.sql("""
                select e.*, x.status as end_status, x.rows as end_rows
                  from access.entry e left join access.entry_end x using (id)
                 where (:all or e.legal_entity in (:entities)
                        or e.legal_entity is null and (e.scope is null or e.scope && string_to_array(:scope, chr(31))))
                   and (:who::text is null or e.who = :who) and (:account::text is null or e.account_id = :account)
                   and (:kind::text is null or e.kind = :kind)
                   and (:from::timestamptz is null or e.at >= :from) and (:to::timestamptz is null or e.at <= :to)
                   and (:afterAt::timestamptz is null or (e.at, e.id) < (:afterAt, :afterId::uuid))
                 order by e.at desc, e.id desc
                 limit :limit""")
                .param("all", scope.all())
                .param("entities", scope.entities())
                .param("scope", String.join("\u001f", scope.entities()))
                .param("who", blankIsAbsent(request.who()))
                .param("account", blankIsAbsent(request.accountId()))
                .param("kind", kind(request.kind()))
                .param("from", instant("from", request.from()))
                .param("to", instant("to", request.to()))
                .param("afterAt", after == null ? null : place(after.getFirst()))
                .param("afterId", after == null ? null : id(after.getLast()))
                .param("limit", paging.size() + 1)
                .query((row, _) -> access(row))
                .list();
        return Page.of(found, paging.size(), last -> List.of(last.at().toString(), last.id()));
    }

    private static @Nullable String kind(@Nullable String kind) {
        return kind == null || kind.isEmpty() ? null : Parameters.choice("kind", kind, AccessKind.class).name();
    }

    private static @Nullable OffsetDateTime instant(String name, @Nullable String value) {
        return value == null ? null : Parameters.instant(name, value).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String blankIsAbsent(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static OffsetDateTime place(String key) {
        try {
            return Instant.parse(key).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException foreign) {
            throw Cursor.invalid(key);
        }
    }

    private static String id(String key) {
        try {
            return UUID.fromString(key).toString();
        } catch (IllegalArgumentException foreign) {
            throw Cursor.invalid(key);
        }
    }

    private static RecordedAccess access(ResultSet row) throws SQLException {
        var kind = AccessKind.valueOf(row.getString("kind"));
        var said = row.getString("purpose");
        var entity = row.getString("legal_entity");
        boolean shown = entity != null || isVisible(scope(row));
        return new RecordedAccess(row.getString("id"), time(row, "at"), row.getString("who"), texts(row, "roles"), kind,
                row.getString("method"), row.getString("path"), shown ? texts(row, "ids") : List.of(),
                shown ? row.getString("parameters") : null, shown ? row.getString("account_id") : null,
                entity != null ? List.of(entity) : scope(row), row.getString("as_at"),
                row.getString("as_known"), number(row, "status", "end_status"), count(row),
                said == null ? kind.usualPurpose() : said, said != null, row.getString("correlation_id"),
                row.getObject("deleted_before") == null ? null : time(row, "deleted_before"));
    }

    /** @param scope null is every legal entity */
    private static boolean isVisible(@Nullable List<String> scope) {
        var asker = Actor.current();
        return asker.allEntities() || scope != null && asker.entities().containsAll(scope);
    }

    private static @Nullable List<String> scope(ResultSet row) throws SQLException {
        return row.getArray("scope") == null ? null : texts(row, "scope");
    }

    private static @Nullable Integer number(ResultSet row, String own, String later) throws SQLException {
        int first = row.getInt(own);
        if (!row.wasNull()) {
            return first;
        }
        int second = row.getInt(later);
        return row.wasNull() ? null : second;
    }

    private static @Nullable Long count(ResultSet row) throws SQLException {
        long first = row.getLong("rows");
        if (!row.wasNull()) {
            return first;
        }
        long second = row.getLong("end_rows");
        return row.wasNull() ? null : second;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
