package io.receivables.events.account;

/** What was done to collect what a customer account owes, beyond reminders. */
public sealed interface CollectionEvent extends CustomerAccountEvent
        permits
        FinalNoticeServed,
        AgencyPlacementMade,
        AgencyPlacementRecalled,
        AgencyPaymentReported,
        LegalActionTaken,
        LegalActionClosed,
        InsolvencyOpened,
        InsolvencyClaimDeclared,
        InsolvencyLifted {}
