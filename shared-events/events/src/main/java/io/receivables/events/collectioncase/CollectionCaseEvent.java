package io.receivables.events.collectioncase;

import io.receivables.events.AccountEntry;
import io.receivables.events.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the work on an account or an unidentified payment. It is a stream of its own, so that collectors and
 * money do not wait for each other; such a fact counts from the day on which it is recorded.
 */
public sealed interface CollectionCaseEvent extends AccountEntry
        permits
        CaseOwnerAssigned,
        CaseOwnerReleased,
        CaseSnoozed,
        CaseWoken,
        NextActionPlanned,
        NextActionDone {

    CaseSubject subject();

    /** Null where the subject is a payment. */
    @Override
    default @Nullable AccountId accountId() {
        return subject().kind() == CaseSubject.Kind.ACCOUNT ? new AccountId(subject().id()) : null;
    }
}
