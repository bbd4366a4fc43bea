package io.receivables.query.collectionqueue;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.policy.RiskClass;
import io.receivables.platform.identity.Actor;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.ClassFilter;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Planner;
import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.LegalEntities;
import io.receivables.query.ledger.Progress;
import io.receivables.query.ledger.RiskClasses;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills in what a request leaves open and refuses what cannot be answered. */
@Component
class QueueQuestions {

    /** A working week later the first call is late. */
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 90;

    private final JdbcClient jdbc;
    private final AsOfResolver resolver;
    private final Progress progress;
    private final LegalEntities entities;
    private final LossRatesInForce ratesInForce;
    private final RiskClasses risks;

    QueueQuestions(JdbcClient jdbc, AsOfResolver resolver, Progress progress, LegalEntities entities,
            LossRatesInForce ratesInForce, RiskClasses risks) {
        this.jdbc = jdbc;
        this.resolver = resolver;
        this.progress = progress;
        this.entities = entities;
        this.ratesInForce = ratesInForce;
        this.risks = risks;
    }

    /** @param withRisk whether the classes of risk are needed, whatever the loss rates depend on */
    QueueQuestion of(QueueFilter filter, AsOfRequest request, boolean withRisk) {
        var scope = Scope.of(empty(filter.legalEntity()));
        var asOf = resolver.resolve(request, scope);
        Planner.groupInMemory(jdbc);
        var visible = entities.all(asOf.position())
                .stream()
                .map(LegalEntityResource::legalEntity)
                .filter(scope::contains)
                .toList();
        var rates = ratesInForce.of(visible, asOf);
        return new QueueQuestion(scope, visible, asOf, progress.nothingMovedAfter(asOf),
                ClassFilter.of(filter.receivableClass()), currency(empty(filter.currency())), owner(filter),
                Parameters.flag("includeSnoozed", filter.includeSnoozed()), days(empty(filter.days())),
                rates, withRisk || rates.askForRisk() ? risks(visible, asOf) : Map.of());
    }

    private Map<String, RiskClass> risks(List<LegalEntityId> visible, AsOf asOf) {
        var found = new HashMap<String, RiskClass>();
        visible.forEach(entity -> found.putAll(risks.ofEntity(entity.value(), asOf)));
        return found;
    }

    private static @Nullable String owner(QueueFilter filter) {
        return Parameters.flag("mine", filter.mine()) ? Actor.current().subject() : empty(filter.owner());
    }

    private static @Nullable String currency(@Nullable String currency) {
        try {
            return currency == null ? null : Currency.getInstance(currency).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(ProblemCode.CURRENCY_UNKNOWN, "there is no currency " + currency);
        }
    }

    private static int days(@Nullable String days) {
        if (days == null) {
            return USUAL_DAYS;
        }
        if (!days.matches("[0-9]{1,3}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > MOST_DAYS) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "days is not a number from 1 to " + MOST_DAYS + ": " + days);
        }
        return Integer.parseInt(days);
    }

    /** A field of a form that was left empty. */
    private static @Nullable String empty(@Nullable String typed) {
        return typed == null || typed.isEmpty() ? null : typed;
    }
}
