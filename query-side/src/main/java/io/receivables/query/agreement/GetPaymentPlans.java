package io.receivables.query.agreement;

import io.receivables.events.account.AccountId;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.agreement.PlanStatus;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import io.receivables.platform.resource.PaymentPlanResource;
import io.receivables.query.agreement.AgreementSteps.Filter;
import io.receivables.query.agreement.AgreementSteps.Found;
import io.receivables.query.agreement.Standings.Known;
import io.receivables.query.edge.AccountAccess;
import io.receivables.query.edge.AsOfRequest;
import io.receivables.query.edge.AsOfResolver;
import io.receivables.query.edge.Cursor;
import io.receivables.query.edge.Page;
import io.receivables.query.edge.Paging;
import io.receivables.query.edge.Parameters;
import io.receivables.query.edge.Scope;
import io.receivables.query.edge.SnapshotRead;
import io.receivables.query.ledger.AgreementKind;
import io.receivables.query.ledger.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers which schedules were agreed, and what became of them. */
@Service
@SnapshotRead
public class GetPaymentPlans {

    private final AgreementSteps steps;
    private final Standings standings;
    private final AsOfResolver resolver;
    private final AccountAccess access;

    GetPaymentPlans(AgreementSteps steps, Standings standings, AsOfResolver resolver, AccountAccess access) {
        this.steps = steps;
        this.standings = standings;
        this.resolver = resolver;
        this.access = access;
    }

    public PaymentPlanResource one(PaymentPlanId id, AsOfRequest request) {
        return steps.find(AgreementKind.PAYMENT_PLAN, id.value())
                .filter(found -> Scope.isVisible(found.legalEntity()))
                .flatMap(found -> {
                    var asOf = resolver.resolve(request, new LegalEntityId(found.legalEntity()));
                    return resource(found, standings.of(List.of(found.accountId()), asOf), asOf);
                })
                .orElseThrow(() -> new Refusal(ProblemCode.PAYMENT_PLAN_NOT_FOUND, "there is no payment plan " + id));
    }

    /** All plans of an account, the first proposed first. */
    public List<PaymentPlanResource> ofAccount(AccountId id, AsOfRequest request) {
        var asOf = access.require(id.value(), request);
        var known = standings.of(List.of(id.value()), asOf).get(id.value());
        return known == null
                ? List.of()
                : known.standing()
                        .plans()
                        .stream()
                        .filter(it -> it.existsAt(asOf.asAt()))
                        .map(it -> PaymentPlanResource.of(it, asOf.asAt(), known.version()).at(asOf.position()))
                        .toList();
    }

    /** @param status null for all */
    public Page<PaymentPlanResource> list(@Nullable String status, @Nullable String accountId,
            @Nullable String legalEntity,
            AsOfRequest request, Paging paging) {
        var scope = Scope.of(legalEntity);
        var filter = new Filter(status == null ? null : Parameters.choice("status", status, PlanStatus.class).name(),
                accountId, null, false);
        var asOf = resolver.resolve(request, scope);
        var after = paging.afterKeys(1);
        var page = Page.of(steps.list(AgreementKind.PAYMENT_PLAN, filter, scope, asOf,
                after == null ? 0 : Cursor.number(after.getFirst()), paging.size() + 1), paging.size(),
                last -> List.of(Long.toString(last.position())));
        var known = standings.of(page.items().stream().map(Found::accountId).distinct().toList(), asOf);
        return page.with(page.items().stream().map(it -> resource(it, known, asOf).orElseThrow()).toList());
    }

    private static Optional<PaymentPlanResource> resource(Found found, Map<String, Known> known, AsOf asOf) {
        return Optional.ofNullable(known.get(found.accountId()))
                .flatMap(account -> account.standing()
                        .plan(new PaymentPlanId(found.id()))
                        .filter(it -> it.existsAt(asOf.asAt()))
                        .map(it -> PaymentPlanResource.of(it, asOf.asAt(), account.version()).at(asOf.position())));
    }
}
