package io.receivables.query.ledger;

import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.PaymentPlanAccelerated;
import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanCancelled;
import io.receivables.events.account.PaymentPlanCompleted;
import io.receivables.events.account.PaymentPlanId;
import io.receivables.events.account.PaymentPlanNoticeGiven;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PaymentPlanResumed;
import io.receivables.events.account.PromiseId;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseWithdrawn;
import io.receivables.events.invoice.DisputeRaised;
import io.receivables.events.invoice.DisputeReassigned;
import io.receivables.events.invoice.DisputeResolved;
import io.receivables.events.invoice.InvoiceEvent;
import io.receivables.events.money.Money;
import io.receivables.platform.agreement.PlanStatus;
import io.receivables.platform.agreement.PromiseStatus;
import io.receivables.platform.resource.DisputeResource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What disputes, promises and payment plans add to the books: steps, and the amounts that are disputed. */
final class AgreementRows {

    private AgreementRows() {}

    static List<Row> of(DisputeRaised raised) {
        return List.of(disputed(raised, raised.disputeId().value(), raised.amount()),
                new Row.AgreementStep(AgreementKind.DISPUTE, raised.disputeId().value(),
                        DisputeResource.Status.OPEN.name(), raised.accountId().value(), raised.legalEntity().value(),
                        raised.invoiceId().value(), raised.amount(), raised.deadline(), raised.owner()));
    }

    static List<Row> of(DisputeReassigned changed) {
        return List.of(new Row.AgreementStep(AgreementKind.DISPUTE, changed.disputeId().value(),
                DisputeResource.Status.OPEN.name(), changed.accountId().value(), changed.legalEntity().value(),
                changed.invoiceId().value(), null, changed.deadline(), changed.owner()));
    }

    static List<Row> of(DisputeResolved resolved) {
        return List.of(disputed(resolved, resolved.disputeId().value(), resolved.amount().negated()),
                new Row.AgreementStep(AgreementKind.DISPUTE, resolved.disputeId().value(),
                        DisputeResource.Status.RESOLVED.name(), resolved.accountId().value(),
                        resolved.legalEntity().value(), resolved.invoiceId().value(), resolved.amount(), null, null));
    }

    private static Row disputed(InvoiceEvent event, String dispute, Money amount) {
        return new Row.Memo(event.accountId().value(), event.legalEntity().value(), DocumentType.INVOICE,
                event.invoiceId().value(), Row.MemoKind.DISPUTED, dispute, amount);
    }

    static List<Row> of(PromiseMade made) {
        return promise(made, made.promiseId(), PromiseStatus.OPEN, made.amount(), made.lastDay());
    }

    static List<Row> of(PromiseWithdrawn withdrawn) {
        return promise(withdrawn, withdrawn.promiseId(), PromiseStatus.WITHDRAWN, null, null);
    }

    static List<Row> of(PromiseJudged judged) {
        return promise(judged, judged.promiseId(), PromiseStatus.valueOf(judged.outcome().name()), null, null);
    }

    private static List<Row> promise(CustomerAccountEvent event, PromiseId id, PromiseStatus status,
            @Nullable Money amount, @Nullable LocalDate due) {
        return List.of(new Row.AgreementStep(AgreementKind.PROMISE, id.value(), status.name(),
                event.accountId().value(), event.legalEntity().value(), null, amount, due, null));
    }

    static List<Row> of(PaymentPlanProposed proposed) {
        return plan(proposed, proposed.planId(), PlanStatus.PROPOSED);
    }

    static List<Row> of(PaymentPlanAccepted accepted) {
        return plan(accepted, accepted.planId(), PlanStatus.IN_FORCE);
    }

    static List<Row> of(PaymentPlanBreached breached) {
        return plan(breached, breached.planId(), PlanStatus.BREACHED);
    }

    static List<Row> of(PaymentPlanResumed resumed) {
        return plan(resumed, resumed.planId(), PlanStatus.IN_FORCE);
    }

    /** The plan is breached before and after it. */
    static List<Row> of(PaymentPlanNoticeGiven given) {
        return List.of();
    }

    static List<Row> of(PaymentPlanAccelerated accelerated) {
        return plan(accelerated, accelerated.planId(), PlanStatus.ACCELERATED);
    }

    static List<Row> of(PaymentPlanCancelled cancelled) {
        return plan(cancelled, cancelled.planId(), PlanStatus.CANCELLED);
    }

    static List<Row> of(PaymentPlanCompleted completed) {
        return plan(completed, completed.planId(), PlanStatus.COMPLETED);
    }

    private static List<Row> plan(CustomerAccountEvent event, PaymentPlanId id, PlanStatus status) {
        return List.of(new Row.AgreementStep(AgreementKind.PAYMENT_PLAN, id.value(), status.name(),
                event.accountId().value(), event.legalEntity().value(), null, null, null, null));
    }
}
