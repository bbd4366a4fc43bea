package io.receivables.query.dunning;

import io.receivables.events.dunning.DunningRunBegun;
import io.receivables.events.dunning.DunningRunCompleted;
import io.receivables.events.dunning.DunningRunId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.dunning.DunningRunResource.Level;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.History;
import io.receivables.query.ledger.PastFact;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Answers which runs there were, what they wrote, and how far the delivery of it had come at a date. */
@Service
@SnapshotRead
public class GetDunningRuns {

    private final JdbcClient jdbc;
    private final History history;
    private final AsOfResolver resolver;

    GetDunningRuns(JdbcClient jdbc, History history, AsOfResolver resolver) {
        this.jdbc = jdbc;
        this.history = history;
        this.resolver = resolver;
    }

    private record Sum(String runId, Level level) {}

    private record Deliveries(long delivered, long failed) {}

    /** @throws Refusal DUNNING_RUN_NOT_FOUND also when it was not begun at the date */
    public DunningRunResource handle(DunningRunId id, AsOfRequest request) {
        var asOf = require(id, request);
        return resources(List.of(id.value()), asOf).getFirst();
    }

    /** As of when a run is answered that was begun then. */
    AsOf require(DunningRunId id, AsOfRequest request) {
        var asOf = jdbc.sql("select legal_entity from ledger.dunning_run where run_id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .filter(Scope::isVisible)
                .map(entity -> resolver.resolve(request, new LegalEntityId(entity)))
                .orElseThrow(() -> notFound(id));
        boolean begun = jdbc.sql("""
                select exists (select from ledger.dunning_run
                                where run_id = ? and effective_date <= ? and position <= ?)""")
                .params(id.value(), asOf.asAt(), asOf.position())
                .query(Boolean.class)
                .single();
        if (!begun) {
            throw notFound(id);
        }
        return asOf;
    }

    /** The newest first. */
    public Page<DunningRunResource> list(@Nullable String legalEntity, AsOfRequest request, Paging paging) {
        var scope = Scope.of(legalEntity);
        var asOf = resolver.resolve(request, scope);
        var after = paging.afterKeys(1);
        var ids = jdbc.sql("""
                select run_id from ledger.dunning_run
                 where (:all or legal_entity in (:entities)) and effective_date <= :asAt and position <= :known
                   and run_id < :after
                 order by run_id desc limit :limit""")
                .param("all", scope.all())
                .param("entities", scope.entities())
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                // Ids rise with time.
                .param("after", after == null ? "g" : after.getFirst())
                .param("limit", paging.size() + 1)
                .query((row, _) -> row.getString(1))
                .list();
        var page = Page.of(ids, paging.size(), List::of);
        return page.with(resources(page.items(), asOf));
    }

    private List<DunningRunResource> resources(List<String> ids, AsOf asOf) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var facts = history.of("DunningRun", ids, asOf);
        var levels = levels(ids, asOf);
        var deliveries = deliveries(ids, asOf);
        return ids.stream()
                .map(id -> resource(Objects.requireNonNull(facts.get(id)), levels.getOrDefault(id, List.of()),
                        deliveries.getOrDefault(id, new Deliveries(0, 0)), asOf))
                .toList();
    }

    private static DunningRunResource resource(List<PastFact> facts, List<Level> levels, Deliveries deliveries,
            AsOf asOf) {
        var begun = (DunningRunBegun) facts.getFirst().event();
        var completed = facts.stream()
                .map(PastFact::event)
                .filter(DunningRunCompleted.class::isInstance)
                .map(DunningRunCompleted.class::cast)
                .reduce((_, later) -> later);
        long letters = levels.stream().mapToLong(Level::letters).sum();
        return new DunningRunResource(begun.runId(), begun.legalEntity(), begun.effectiveDate(),
                begun.policyVersion(), completed.isPresent(), letters,
                completed.map(DunningRunCompleted::notDunned).orElse(0), levels,
                letters - deliveries.delivered() - deliveries.failed(), deliveries.delivered(), deliveries.failed(),
                asOf.position());
    }

    private Map<String, List<Level>> levels(List<String> ids, AsOf asOf) {
        return jdbc.sql("""
                select run_id, level, currency, count(*), sum(amount_due)::bigint, sum(fee)::bigint
                  from ledger.dunning_letter
                 where run_id = any(:ids) and effective_date <= :asAt and position <= :known
                 group by run_id, level, currency order by level, currency""")
                .param("ids", ids.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query((row, _) -> {
                    var currency = Currency.getInstance(row.getString(3));
                    return new Sum(row.getString(1), new Level(row.getInt(2), row.getLong(4),
                            Money.ofMinorUnits(row.getLong(5), currency),
                            Money.ofMinorUnits(row.getLong(6), currency)));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(Sum::runId, Collectors.mapping(Sum::level, Collectors.toList())));
    }

    /** By the last fact of each letter. */
    private Map<String, Deliveries> deliveries(List<String> ids, AsOf asOf) {
        var found = new HashMap<String, Deliveries>();
        jdbc.sql("""
                select l.run_id, count(*) filter (where last.type = 'DunningLetterDelivered'),
                       count(*) filter (where last.type = 'DunningLetterDeliveryFailed')
                  from ledger.dunning_letter l
                 cross join lateral (select e.type from ledger.fact e
                                      where e.stream_type = 'DunningLetter' and e.stream_id = l.letter_id
                                        and e.effective_date <= :asAt and e.position <= :known
                                      order by e.position desc limit 1) last
                 where l.run_id = any(:ids) and l.effective_date <= :asAt and l.position <= :known
                 group by l.run_id""")
                .param("ids", ids.toArray(String[]::new))
                .param("asAt", asOf.asAt())
                .param("known", asOf.position())
                .query(row -> {
                    found.put(row.getString(1), new Deliveries(row.getLong(2), row.getLong(3)));
                });
        return found;
    }

    private static Refusal notFound(DunningRunId id) {
        return new Refusal(ProblemCode.DUNNING_RUN_NOT_FOUND, "there is no dunning run " + id);
    }
}
