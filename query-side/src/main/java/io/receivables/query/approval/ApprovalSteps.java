package io.receivables.query.approval;

import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.ApprovalKind;
import io.receivables.query.ledger.ApprovalStatus;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.DocumentType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what a second person decides. */
@Component
class ApprovalSteps {

    private final JdbcClient jdbc;

    ApprovalSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something that is, or was, to be decided.
     *
     * @param type of its document; null when it is about the account or group itself
     * @param accountId null for the limit of a credit group
     * @param position of its first step
     */
    record Found(ApprovalKind kind, String id, ApprovalStatus status, @Nullable DocumentType type,
            @Nullable String documentId,
            @Nullable String accountId, String legalEntity, long position, Instant requestedAt,
            @Nullable String creditGroupId) {}

    /** Whatever the date. */
    Optional<Found> find(ApprovalKind kind, String id) {
        return jdbc.sql("""
                select s.*, s.position as first, e.recorded_at from ledger.approval_step s
                  join ledger.fact e using (position)
                 where s.kind = ? and s.approval_id = ? order by s.position limit 1""")
                .param(kind.name())
                .param(id)
                .query(ApprovalSteps::found)
                .optional();
    }

    /** In the order in which they were asked for. */
    List<Found> list(@Nullable ApprovalStatus status, Scope scope, AsOf asOf, long after, int limit) {
        return jdbc.sql("""
                select s.*, e.recorded_at
                  from (select distinct on (kind, approval_id) *,
                               min(position) over (partition by kind, approval_id) as first
                          from ledger.approval_step
                         where (:all or legal_entity in (:entities))
                           and effective_date <= :asAt and position <= :known
                         order by kind, approval_id, position desc) s
                  join ledger.fact e on e.position = s.first
                 where (:status::text is null or s.status = :status) and s.first > :after
                 order by s.first
                 limit :limit""")
                .param("all", scope.all())
                .param("entities", scope.entities())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("status", status == null ? null : status.name())
                .param("after", after)
                .param("limit", limit)
                .query(ApprovalSteps::found)
                .list();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(ApprovalKind.valueOf(row.getString("kind")), row.getString("approval_id"),
                ApprovalStatus.valueOf(row.getString("status")), documentType(row.getString("document_type")),
                row.getString("document_id"), row.getString("account_id"), row.getString("legal_entity"),
                row.getLong("first"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("credit_group_id"));
    }

    private static @Nullable DocumentType documentType(@Nullable String name) {
        return name == null ? null : DocumentType.valueOf(name);
    }
}
