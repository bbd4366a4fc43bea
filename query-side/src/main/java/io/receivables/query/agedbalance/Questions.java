package io.receivables.query.agedbalance;

import io.receivables.events.account.ReceivableClass;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.LegalEntityResource;
import io.receivables.query.agedbalance.Question.Basis;
import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.agedbalance.Question.Sort;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.ledger.AccountHeaders;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.LegalEntities;
import io.receivables.query.ledger.MonthEnds;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills in what a request leaves open and refuses what cannot be answered. */
@Component
class Questions {

    private final JdbcClient jdbc;
    private final AsOfResolver resolver;
    private final LegalEntities entities;
    private final AccountHeaders accounts;
    private final Sources sources;
    private final MonthEnds monthEnds;
    private final EdgesInForce edgesInForce;

    Questions(JdbcClient jdbc, AsOfResolver resolver, LegalEntities entities, AccountHeaders accounts,
            Sources sources, MonthEnds monthEnds, EdgesInForce edgesInForce) {
        this.jdbc = jdbc;
        this.resolver = resolver;
        this.entities = entities;
        this.accounts = accounts;
        this.sources = sources;
        this.monthEnds = monthEnds;
        this.edgesInForce = edgesInForce;
    }

    Question of(AgedBalanceRequest request, int limit) {
        var entity = entityOf(request.legalEntity());
        var id = entity.legalEntity().value();
        var basis = basis(request.basis());
        var groupBy = groupBy(request.groupBy());
        var sort = sort(request.sort());
        refuseOtherViews(request.view());
        var receivableClass = request.receivableClass() == null
                ? null
                : Parameters.choice("receivableClass", request.receivableClass(), ReceivableClass.class).name();
        var asOf = resolver.resolve(request.asOf(), entity.legalEntity());
        var edges = edgesInForce.of(request.edges(), entity.legalEntity(), asOf);
        var currency = currency(request, entity, asOf);
        return new Question(id, asOf, basis, edges.edges(), edges.policyVersion(), groupBy, currency,
                request.accountId(),
                receivableClass, sort, sources.best(id, currency, asOf), monthEnds.nearest(asOf), limit,
                request.paging().afterKeys(2));
    }

    private LegalEntityResource entityOf(@Nullable String legalEntity) {
        if (legalEntity == null || legalEntity.isEmpty()) {
            throw new Refusal(ProblemCode.REQUIRED, "legalEntity is missing");
        }
        Scope.requireVisible(legalEntity);
        return entities.find(new LegalEntityId(legalEntity), Long.MAX_VALUE)
                .orElseThrow(() -> new Refusal(ProblemCode.LEGAL_ENTITY_NOT_FOUND,
                        "there is no legal entity " + legalEntity));
    }

    /** The one that is named, or that of the account, or the only one of the legal entity's accounts. */
    private Currency currency(AgedBalanceRequest request, LegalEntityResource entity, AsOf asOf) {
        var id = entity.legalEntity().value();
        var account = request.accountId() == null ? null : accounts.findById(request.accountId()).orElse(null);
        if (request.accountId() != null && (account == null || !account.legalEntity().equals(id))) {
            throw new Refusal(ProblemCode.ACCOUNT_NOT_FOUND, "there is no account " + request.accountId());
        }
        if (request.currency() != null) {
            return named(request.currency());
        }
        if (account != null) {
            return Currency.getInstance(account.currency());
        }
        var currencies = jdbc.sql("""
                select distinct currency from ledger.account
                 where legal_entity = ? and position <= ? order by currency""")
                .param(id)
                .param(asOf.position())
                .query(String.class)
                .list();
        if (currencies.size() > 1) {
            throw new Refusal(ProblemCode.CURRENCY_AMBIGUOUS, "name one of the currencies of " + id + ": "
                    + String.join(", ", currencies));
        }
        return currencies.isEmpty() ? entity.baseCurrency() : Currency.getInstance(currencies.getFirst());
    }

    private static Currency named(String currency) {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(ProblemCode.CURRENCY_UNKNOWN, "there is no currency " + currency);
        }
    }

    private static Basis basis(@Nullable String basis) {
        return switch (basis) {
            case null -> Basis.DUE_DATE;
            case "dueDate" -> Basis.DUE_DATE;
            case "documentDate" -> Basis.DOCUMENT_DATE;
            default -> throw new Refusal(ProblemCode.PARAMETER_INVALID, "basis is neither dueDate nor documentDate: "
                    + basis);
        };
    }

    private static GroupBy groupBy(@Nullable String groupBy) {
        return switch (groupBy) {
            case null -> GroupBy.ACCOUNT;
            case "account" -> GroupBy.ACCOUNT;
            case "customer" -> GroupBy.CUSTOMER;
            case "none" -> GroupBy.NONE;
            default -> throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "groupBy is none of account, customer, none: " + groupBy);
        };
    }

    private static Sort sort(@Nullable String sort) {
        return switch (sort) {
            case null -> Sort.KEY;
            case "accountId" -> Sort.KEY;
            case "balance" -> Sort.BALANCE;
            case "overdue" -> Sort.OVERDUE;
            case "oldestDueDate" -> Sort.OLDEST;
            default -> throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "sort is none of accountId, balance, overdue, oldestDueDate: " + sort);
        };
    }

    private static void refuseOtherViews(@Nullable String view) {
        if (view != null && !view.equals("decided")) {
            throw new Refusal(ProblemCode.VIEW_UNKNOWN,
                    "view " + view
                            + " cannot be answered; an allocation counts from the date of its decision: decided");
        }
    }
}
