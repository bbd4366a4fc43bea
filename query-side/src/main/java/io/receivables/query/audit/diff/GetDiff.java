package io.receivables.query.audit.diff;

import static java.util.stream.Collectors.joining;

import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.money.Money;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.query.agedbalance.AgedBalance;
import io.receivables.query.agedbalance.AgedBalanceRequest;
import io.receivables.query.agedbalance.EdgesInForce;
import io.receivables.query.agedbalance.GetAgedBalance;
import io.receivables.query.audit.diff.Diff.Balance;
import io.receivables.query.audit.diff.Diff.LateFact;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AsOf;
import io.receivables.query.ledger.BookCut;
import io.receivables.query.ledger.Known;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers why a balance at a date differs between two states of knowledge. */
@Service
@SnapshotRead
public class GetDiff {

    private final AccountAccess access;
    private final AsOfResolver resolver;
    private final EdgesInForce edgesInForce;
    private final GetAgedBalance agedBalance;
    private final ReadLateFacts lateFacts;

    GetDiff(AccountAccess access, AsOfResolver resolver, EdgesInForce edgesInForce, GetAgedBalance agedBalance,
            ReadLateFacts lateFacts) {
        this.access = access;
        this.resolver = resolver;
        this.edgesInForce = edgesInForce;
        this.agedBalance = agedBalance;
        this.lateFacts = lateFacts;
    }

    public Diff handle(DiffRequest request) {
        var entity = entityOf(request);
        var asOf = resolver.resolve(new AsOfRequest(request.asAt(), request.asKnown()), new LegalEntityId(entity));
        var other = resolver.known(request.asKnownOther());
        var later = new AsOf(asOf.asAt(), other.position() > asOf.position() ? other : asOf.known());
        var edges = edgesInForce.of(request.edges(), new LegalEntityId(entity), later).edges().days();
        // Currencies are told by the accounts that were known at the later one.
        var last = balance(request, entity, later.known(), asOf, edges, request.currency());
        var first = balance(request, entity, later.known() == other ? asOf.known() : other, asOf, edges,
                last.currency());
        var currency = Currency.getInstance(last.currency());
        int sign = later.known() == other ? 1 : -1;
        var late = lateFacts(
                new BookCut(entity, currency, request.accountId(), null, later),
                first.asKnown().position(), !last.basis().equals("documentDate"), edges, sign);
        var known = money(sign > 0 ? first : last, currency);
        var balance = new Balance(known, money(sign > 0 ? last : first, currency),
                money(sign > 0 ? last : first, currency).minus(known));
        requireSum(late, balance.difference());
        return new Diff(request.accountId(), entity, currency.getCurrencyCode(), asOf.asAt(), asOf.known(), other,
                edges, balance, late);
    }

    private String entityOf(DiffRequest request) {
        if (request.accountId() != null && request.legalEntity() != null) {
            throw new Refusal(ProblemCode.PARAMETER_INVALID, "accountId " + request.accountId() + " and legalEntity "
                    + request.legalEntity() + ": only one is compared");
        }
        if (request.accountId() != null) {
            return access.require(request.accountId()).legalEntity();
        }
        if (request.legalEntity() == null) {
            throw new Refusal(ProblemCode.REQUIRED, "accountId or legalEntity is missing");
        }
        Scope.requireVisible(request.legalEntity());
        return request.legalEntity();
    }

    private AgedBalance balance(DiffRequest request, String entity, Known known, AsOf asOf, List<Integer> edges,
            @Nullable String currency) {
        return agedBalance.handle(new AgedBalanceRequest(entity, asOf.asAt().toString(),
                Long.toString(known.position()), request.basis(),
                edges.stream().map(String::valueOf).collect(joining(",")), null, "none", currency,
                request.accountId(), null, null, null, null));
    }

    private List<LateFact> lateFacts(BookCut cut, long after, boolean byDueDate, List<Integer> edges, int sign) {
        var effects = lateFacts.effects(cut, after, byDueDate, edges);
        var events = lateFacts.events(List.copyOf(effects.keySet()));
        return effects.entrySet()
                .stream()
                .map(entry -> new LateFact(Objects.requireNonNull(events.get(entry.getKey())),
                        Money.ofMinorUnits(sign * entry.getValue().onBalance(), cut.currency()),
                        entry.getValue().bucketEffect(edges.size() + 1, sign, cut.currency())))
                .toList();
    }

    private static void requireSum(List<LateFact> late, Money difference) {
        var sum = late.stream().map(LateFact::effect).reduce(Money.zero(difference.currency()), Money::plus);
        if (!sum.equals(difference)) {
            throw new IllegalStateException("the balances differ by " + difference + ", the late facts add up to "
                    + sum);
        }
    }

    private static Money money(AgedBalance answer, Currency currency) {
        return Money.of(answer.totals().balance(), currency.getCurrencyCode());
    }
}
