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
import io.receivables.events.money.Money;
import io.receivables.events.policy.CreditPolicySet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The reference rows of credit policies. A decision takes a share lock on the legal entity before it reads the version that
 * is valid at its date, so that no version can be set under it; who sets one takes the stronger lock.
 */
@Component
@Order(4)
public class CreditPolicies implements GroupTable<LegalEntityId, List<CreditPolicies.Version>> {

    private final LegalEntityRows entities;
    private final JdbcClient jdbc;
    private final Sql sql;

    CreditPolicies(LegalEntityRows entities, JdbcClient jdbc, Sql sql) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.sql = sql;
    }

    /** What decisions need to know of a version. */
    record Version(int version, LocalDate validFrom, Currency currency, BigDecimal writeOffLimit,
            BigDecimal refundLimit) {

        static Version of(CreditPolicySet set) {
            var limits = set.approvals();
            return new Version(set.version(), set.validFrom(), limits.writeOffLimit().currency(),
                    limits.writeOffLimit().amount(), limits.refundLimit().amount());
        }
    }

    private record Row(LegalEntityId entity, Version version) {}

    /** What may be written off at a date without a second person. */
    public ApprovalLimit writeOffLimit(LegalEntityId entity, Currency currency, LocalDate date) {
        return limit(Version::writeOffLimit, entity, currency, date);
    }

    /** What may be refunded at a date without a second person. */
    public ApprovalLimit refundLimit(LegalEntityId entity, Currency currency, LocalDate date) {
        return limit(Version::refundLimit, entity, currency, date);
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
        versions.add(Version.of(set));
        group.put(this, set.legalEntity(), versions);
    }

    /** Limits are in the base currency: a document in another one has none, and always needs the second person. */
    private ApprovalLimit limit(Function<Version, BigDecimal> limit, LegalEntityId entity, Currency currency,
            LocalDate date) {
        var zero = Money.zero(currency);
        return all(entity).filter(it -> !it.validFrom().isAfter(date))
                .max(Comparator.comparing(Version::validFrom).thenComparing(Version::version))
                .map(it -> new ApprovalLimit(
                        it.currency().equals(currency) ? new Money(limit.apply(it), currency) : zero, it.version()))
                .orElseGet(() -> new ApprovalLimit(zero, null));
    }

    private Stream<Version> all(LegalEntityId entity) {
        entities.share(entity);
        var group = CommitGroup.current();
        var stored = group.<LegalEntityId, List<Version>>read(this, entity, this::read);
        var added = group.find(this, entity);
        return Stream.concat(stored == null ? Stream.empty() : stored.stream(),
                added == null ? Stream.empty() : added.stream());
    }

    private List<Version> read(LegalEntityId entity) {
        return jdbc.sql("""
                select version, valid_from, currency, write_off_limit, refund_limit
                from command.credit_policy where legal_entity = ?""")
                .param(entity.value())
                .query((row, _) -> new Version(row.getInt(1), row.getObject(2, LocalDate.class),
                        Currency.getInstance(row.getString(3)), row.getBigDecimal(4), row.getBigDecimal(5)))
                .list();
    }

    @Override
    public void insert(Map<LegalEntityId, List<Version>> rows) {
        var added = rows.entrySet()
                .stream()
                .flatMap(entry -> entry.getValue().stream().map(version -> new Row(entry.getKey(), version)))
                .toList();
        sql.update("""
                insert into command.credit_policy
                  (legal_entity, version, valid_from, currency, write_off_limit, refund_limit)
                select entity, version, valid_from::date, currency, write_off_limit, refund_limit
                  from unnest(?, ?, ?, ?, ?, ?)
                    as new (entity, version, valid_from, currency, write_off_limit, refund_limit)""",
                Column.of("text", added, row -> row.entity().value()),
                Column.of("int4", added, row -> row.version().version()),
                Column.of("text", added, row -> row.version().validFrom().toString()),
                Column.of("text", added, row -> row.version().currency().getCurrencyCode()),
                Column.of("numeric", added, row -> row.version().writeOffLimit()),
                Column.of("numeric", added, row -> row.version().refundLimit()));
    }
}
