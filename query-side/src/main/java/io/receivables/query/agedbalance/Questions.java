package io.receivables.query.agedbalance;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.agedbalance.Question.Basis;
import io.receivables.query.agedbalance.Question.GroupBy;
import io.receivables.query.agedbalance.Question.Sort;
import io.receivables.query.agedbalance.Question.Source;
import io.receivables.query.edge.BookCuts;
import io.receivables.query.ledger.MonthEnds;
import io.receivables.query.ledger.hindsight.AllocationView;
import io.receivables.query.ledger.hindsight.ReadHindsight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills in what a request leaves open and refuses what cannot be answered. */
@Component
class Questions {

    private final BookCuts cuts;
    private final Sources sources;
    private final MonthEnds monthEnds;
    private final EdgesInForce edgesInForce;
    private final ReadHindsight hindsight;

    Questions(BookCuts cuts, Sources sources, MonthEnds monthEnds, EdgesInForce edgesInForce,
            ReadHindsight hindsight) {
        this.cuts = cuts;
        this.sources = sources;
        this.monthEnds = monthEnds;
        this.edgesInForce = edgesInForce;
        this.hindsight = hindsight;
    }

    Question of(AgedBalanceRequest request, int limit) {
        var basis = basis(request.basis());
        var groupBy = groupBy(request.groupBy());
        var sort = sort(request.sort());
        var view = AllocationView.of(request.view());
        if (view == AllocationView.HINDSIGHT && basis == Basis.PLAN) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID,
                    "basis plan has no view hindsight: what was planned was planned for what was open as decided");
        }
        var cut = cuts.of(request.book());
        var asOf = cut.asOf();
        var edges = edgesInForce.of(request.edges(), new LegalEntityId(cut.legalEntity()), asOf);
        var earlier = hindsight.of(view, cut);
        return new Question(cut.legalEntity(), asOf, basis, edges.edges(), edges.policyVersion(), groupBy,
                cut.currency(), cut.accountId(), cut.receivableClass(), sort,
                earlier.isEmpty() ? sources.best(cut.legalEntity(), cut.currency(), asOf) : Source.MOVEMENTS,
                monthEnds.nearest(asOf), view, earlier, limit,
                request.paging().afterKeys(2));
    }

    private static Basis basis(@Nullable String basis) {
        return switch (basis) {
            case null -> Basis.DUE_DATE;
            case "dueDate" -> Basis.DUE_DATE;
            case "documentDate" -> Basis.DOCUMENT_DATE;
            case "plan" -> Basis.PLAN;
            default ->
                throw new Refusal(ProblemCode.PARAMETER_INVALID, "basis is none of dueDate, documentDate and plan: "
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
}
