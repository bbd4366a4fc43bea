package io.receivables.query.ledger;

import io.receivables.events.account.AccountClosed;
import io.receivables.events.account.AccountReopened;
import io.receivables.events.account.CollectionEvent;
import io.receivables.events.account.ContactChanged;
import io.receivables.events.account.ContactErased;
import io.receivables.events.account.CreditGroupJoined;
import io.receivables.events.account.CreditGroupLeft;
import io.receivables.events.account.CreditHoldPlaced;
import io.receivables.events.account.CreditHoldReleased;
import io.receivables.events.account.CreditLimitRejected;
import io.receivables.events.account.CreditLimitRequested;
import io.receivables.events.account.CreditLimitSet;
import io.receivables.events.account.CreditOverrideApproved;
import io.receivables.events.account.CreditOverrideRejected;
import io.receivables.events.account.CreditOverrideRequested;
import io.receivables.events.account.CustomerAccountEvent;
import io.receivables.events.account.CustomerAccountOpened;
import io.receivables.events.account.DebtorClassChanged;
import io.receivables.events.account.DunningBlockPlaced;
import io.receivables.events.account.DunningBlockReleased;
import io.receivables.events.account.DunningProcedureAssigned;
import io.receivables.events.account.ExposureReported;
import io.receivables.events.account.PaymentPlanAccelerated;
import io.receivables.events.account.PaymentPlanAccepted;
import io.receivables.events.account.PaymentPlanBreached;
import io.receivables.events.account.PaymentPlanCancelled;
import io.receivables.events.account.PaymentPlanCompleted;
import io.receivables.events.account.PaymentPlanNoticeGiven;
import io.receivables.events.account.PaymentPlanProposed;
import io.receivables.events.account.PaymentPlanResumed;
import io.receivables.events.account.PromiseJudged;
import io.receivables.events.account.PromiseMade;
import io.receivables.events.account.PromiseWithdrawn;
import io.receivables.events.account.TermsChanged;
import java.util.List;

/** What the facts of a customer account add to the books; its terms, limit and holds are told from their history alone. */
final class AccountRows {

    private AccountRows() {}

    static List<Row> of(CustomerAccountEvent event) {
        return switch (event) {
            case CustomerAccountOpened opened -> List.of(new Row.Account(opened.accountId().value(),
                    opened.customerId().value(), opened.legalEntity().value(), opened.currency().getCurrencyCode(),
                    opened.receivableClass()));
            case CollectionEvent step -> CollectionRows.of(step);
            case TermsChanged _,CreditHoldPlaced _,CreditHoldReleased _,ExposureReported _,CreditGroupJoined _,CreditGroupLeft _,DebtorClassChanged _,AccountClosed _,AccountReopened _,ContactChanged _,ContactErased _,DunningProcedureAssigned _,DunningBlockPlaced _,DunningBlockReleased _ ->
                List.of();
            case CreditLimitRequested it -> limit(it, it.creditLimitId().value(), ApprovalStatus.PENDING);
            case CreditLimitSet it -> limit(it, it.creditLimitId().value(), ApprovalStatus.APPROVED);
            case CreditLimitRejected it -> limit(it, it.creditLimitId().value(), ApprovalStatus.REJECTED);
            case CreditOverrideRequested it -> override(it, it.creditOverrideId().value(), ApprovalStatus.PENDING);
            case CreditOverrideApproved it -> override(it, it.creditOverrideId().value(), ApprovalStatus.APPROVED);
            case CreditOverrideRejected it -> override(it, it.creditOverrideId().value(), ApprovalStatus.REJECTED);
            case PromiseMade it -> AgreementRows.of(it);
            case PromiseWithdrawn it -> AgreementRows.of(it);
            case PromiseJudged it -> AgreementRows.of(it);
            case PaymentPlanProposed it -> AgreementRows.of(it);
            case PaymentPlanAccepted it -> AgreementRows.of(it);
            case PaymentPlanBreached it -> AgreementRows.of(it);
            case PaymentPlanResumed it -> AgreementRows.of(it);
            case PaymentPlanNoticeGiven it -> AgreementRows.of(it);
            case PaymentPlanAccelerated it -> AgreementRows.of(it);
            case PaymentPlanCancelled it -> AgreementRows.of(it);
            case PaymentPlanCompleted it -> AgreementRows.of(it);
        };
    }

    private static List<Row> limit(CustomerAccountEvent event, String id, ApprovalStatus status) {
        return step(ApprovalKind.CREDIT_LIMIT, event, id, status);
    }

    private static List<Row> override(CustomerAccountEvent event, String id, ApprovalStatus status) {
        return step(ApprovalKind.CREDIT_OVERRIDE, event, id, status);
    }

    private static List<Row> step(ApprovalKind kind, CustomerAccountEvent event, String id, ApprovalStatus status) {
        return List.of(new Row.ApprovalStep(kind, id, status, null, null, event.accountId().value(),
                event.legalEntity().value()));
    }
}
