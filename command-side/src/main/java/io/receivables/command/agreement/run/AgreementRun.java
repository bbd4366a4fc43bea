package io.receivables.command.agreement.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.command.edge.RunInParts;
import io.receivables.events.account.AccountId;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.PaymentPlanAccelerated;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanCompleted;
import io.receivables.events.account.PaymentPlanResumed;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.resource.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run, or a part of it, has judged.
 *
 * @param accounts how many were looked at
 * @param judged what has become of promises and plans, other than it was recorded
 * @param next where the next part begins; null at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgreementRun(LegalEntityId legalEntity, int accounts, List<Judged> judged, @Nullable AccountId next,
        long version, @Nullable Long position) implements Versioned, RunInParts.Done<AgreementRun> {

    /**
     * A judgement.
     *
     * @param fact {@code PromiseJudged}, {@code PaymentPlanBreached}, …
     * @param id of the promise or plan
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Judged(AccountId accountId, String fact, String id, @Nullable String outcome, LocalDate effectiveDate) {

        static Judged of(CustomerAccountEvent fact) {
            return switch (fact) {
                case PromiseJudged it -> of(it, it.promiseId(), it.outcome().name());
                case PaymentPlanBreached it -> of(it, it.planId(), null);
                case PaymentPlanResumed it -> of(it, it.planId(), null);
                case PaymentPlanCompleted it -> of(it, it.planId(), null);
                case PaymentPlanAccelerated it -> of(it, it.planId(), null);
                default -> throw new IllegalArgumentException("no judgement: " + fact.getClass());
            };
        }

        private static Judged of(CustomerAccountEvent fact, Object id, @Nullable String outcome) {
            return new Judged(fact.accountId(), fact.getClass().getSimpleName(), id.toString(), outcome,
                    fact.effectiveDate());
        }
    }

    @Override
    public AgreementRun with(AgreementRun part) {
        var all = new ArrayList<>(judged);
        all.addAll(part.judged);
        return new AgreementRun(legalEntity, accounts + part.accounts, List.copyOf(all), part.next, version,
                part.position == null ? position : part.position);
    }

    @Override
    public AgreementRun at(long at) {
        return new AgreementRun(legalEntity, accounts, judged, next, version, at);
    }
}
