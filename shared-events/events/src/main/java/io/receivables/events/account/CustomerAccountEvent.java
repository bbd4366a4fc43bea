package io.receivables.events.account;

import io.receivables.events.AccountEntry;

/** What happened to a customer account. */
public sealed interface CustomerAccountEvent extends AccountEntry
        permits CustomerAccountOpened,
        TermsChanged,
        CreditLimitRequested,
        CreditLimitSet,
        CreditLimitRejected,
        CreditHoldPlaced,
        CreditHoldReleased,
        ExposureReported,
        CreditOverrideRequested,
        CreditOverrideApproved,
        CreditOverrideRejected,
        ContactChanged,
        ContactErased,
        DunningProcedureAssigned,
        DunningBlockPlaced,
        DunningBlockReleased,
        PromiseMade,
        PromiseWithdrawn,
        PromiseJudged,
        PaymentPlanProposed,
        PaymentPlanAccepted,
        PaymentPlanBreached,
        PaymentPlanResumed,
        PaymentPlanNoticeGiven,
        PaymentPlanAccelerated,
        PaymentPlanCancelled,
        PaymentPlanCompleted,
        CollectionEvent,
        CreditGroupJoined,
        CreditGroupLeft,
        DebtorClassChanged,
        AccountClosed,
        AccountReopened {

    @Override
    AccountId accountId();
}
