package io.receivables.command.policy;

import io.receivables.command.edge.CommandContext;
import io.receivables.command.lane.CommitGroup;
import io.receivables.command.lane.GroupTable;
import io.receivables.command.lane.Sql;
import io.receivables.command.lane.Sql.Column;
import io.receivables.command.stream.LegalEntityRow;
import io.receivables.command.stream.LegalEntityRows;
import io.receivables.command.stream.StreamType;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.CreditPolicySet;
import io.receivables.platform.problem.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The versions of credit policies. A decision holds a share lock on the legal entity, whose row tells the highest version,
 * so that no version can be set under it; who sets one takes the stronger lock. What was read of the versions is kept
 * between transactions for as long as that number stays.
 */
@Component
@Order(4)
public class CreditPolicies implements GroupTable<LegalEntityId, List<CreditPolicySet>> {

    private final LegalEntityRows entities;
    private final JdbcClient jdbc;
    private final Sql sql;
    private final JsonMapper json = new JsonMapper();
    private final Map<LegalEntityId, List<CreditPolicySet>> known = new ConcurrentHashMap<>();

    CreditPolicies(LegalEntityRows entities, JdbcClient jdbc, Sql sql) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /** The version by which a decision of this date is judged: see {@link CreditPolicySet}. */
    public PolicyInForce at(LegalEntityId entity, LocalDate date) {
        return new PolicyInForce(all(entity).filter(it -> !it.validFrom().isAfter(date))
                .max(Comparator.comparing(CreditPolicySet::validFrom).thenComparing(CreditPolicySet::version))
                .orElse(null));
    }

    /** A version by its number, whatever its dates: for what was decided by it, and for what-if. */
    public Optional<PolicyInForce> version(LegalEntityId entity, int version) {
        return all(entity).filter(it -> it.version() == version).findFirst().map(PolicyInForce::new);
    }

    /**
     * Keeps decisions of the entity waiting until this transaction ends.
     *
     * @return the base currency of the entity, which limits are in
     * @throws Refusal LEGAL_ENTITY_NOT_FOUND, also when the actor may not see it
     */
    public Currency lock(LegalEntityId entity) {
        return entities.lock(entity)
                .filter(_ -> CommandContext.current().actor().maySee(entity))
                .map(LegalEntityRow::baseCurrency)
                .orElseThrow(() -> StreamType.LEGAL_ENTITY.notFound(entity.value()));
    }

    public void add(CreditPolicySet set) {
        var group = CommitGroup.current();
        var added = group.find(this, set.legalEntity());
        var versions = new ArrayList<>(added == null ? List.of() : added);
        versions.add(set);
        group.put(this, set.legalEntity(), versions);
    }

    private Stream<CreditPolicySet> all(LegalEntityId entity) {
        int stored = entities.find(entity).map(LegalEntityRow::policyVersion).orElse(0);
        var versions = stored == 0
                ? List.<CreditPolicySet>of()
                : known.compute(entity, (_, kept) -> kept != null && kept.size() == stored
                        ? kept
                        : read(entity, stored));
        var added = CommitGroup.current().find(this, entity);
        return Stream.concat(versions.stream(), added == null ? Stream.empty() : added.stream());
    }

    private List<CreditPolicySet> read(LegalEntityId entity, int highest) {
        return jdbc.sql("select policy from command.credit_policy where legal_entity = ? and version <= ?")
                .params(entity.value(), highest)
                .query((row, _) -> json.readValue(row.getString(1), CreditPolicySet.class))
                .list();
    }

    @Override
    public void insert(Map<LegalEntityId, List<CreditPolicySet>> rows) {
        var added = rows.values().stream().flatMap(List::stream).toList();
        sql.update("""
                insert into command.credit_policy (legal_entity, version, policy)
                select entity, version, policy::jsonb from (select unnest(?), unnest(?), unnest(?))
                       as new (entity, version, policy)""",
                Column.of("text", added, set -> set.legalEntity().value()),
                Column.of("int4", added, CreditPolicySet::version),
                Column.of("text", added, json::writeValueAsString));
        sql.update("""
                update command.legal_entity e set policy_version = new.version
                  from (select unnest(?), unnest(?)) as new (entity, version) where e.legal_entity = new.entity""",
                Column.of("text", rows.entrySet(), row -> row.getKey().value()),
                Column.of("int4", rows.entrySet(), row -> row.getValue().getLast().version()));
    }
}
