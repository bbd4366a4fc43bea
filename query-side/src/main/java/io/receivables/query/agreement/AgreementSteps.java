package io.receivables.query.agreement;

import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.AgreementKind;
import io.receivables.query.ledger.AsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds disputes, promises and plans by how far they have come. */
@Component
class AgreementSteps {

    private final JdbcClient jdbc;

    AgreementSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param invoiceId of a dispute; else null
     * @param position of its first step
     */
    record Found(String id, String accountId, String legalEntity, @Nullable String invoiceId, long position) {}

    /**
     * What is listed; null is any.
     *
     * @param status as it stood then
     * @param accountId of the account
     * @param owner who answers a dispute
     * @param overdue whether the day to answer has passed for what is open
     */
    record Filter(@Nullable String status, @Nullable String accountId, @Nullable String owner, boolean overdue) {}

    /** Whatever the date. */
    Optional<Found> find(AgreementKind kind, String id) {
        return jdbc.sql("""
                select agreement_id, account_id, legal_entity, document_id, position as first
                  from ledger.agreement_step where kind = ? and agreement_id = ? order by position limit 1""")
                .params(kind.name(), id)
                .query(AgreementSteps::found)
                .optional();
    }

    /** In the order in which they were recorded. */
    List<Found> list(AgreementKind kind, Filter filter, Scope scope, AsOf asOf, long after, int limit) {
        return jdbc.sql("""
                select s.*
                  from (select distinct on (agreement_id) agreement_id, account_id, legal_entity, document_id, status,
                               due_date, owner, min(position) over (partition by agreement_id) as first
                          from ledger.agreement_step
                         where kind = :kind and (:all or legal_entity in (:entities))
                           and (:account::text is null or account_id = :account)
                           and effective_date <= :asAt and position <= :known
                         order by agreement_id, position desc) s
                 where (:status::text is null or s.status = :status)
                   and (:owner::text is null or s.owner = :owner)
                   and (not :overdue or s.status = 'OPEN' and s.due_date < :asAt) and s.first > :after
                 order by s.first
                 limit :limit""")
                .param("kind", kind.name())
                .param("all", scope.all())
                .param("entities", scope.entities())
                .param("account", filter.accountId())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .param("status", filter.status())
                .param("owner", filter.owner())
                .param("overdue", filter.overdue())
                .param("after", after)
                .param("limit", limit)
                .query(AgreementSteps::found)
                .list();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(row.getString("agreement_id"), row.getString("account_id"), row.getString("legal_entity"),
                row.getString("document_id"), row.getLong("first"));
    }
}
