package io.receivables.platform.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.account.AccountId;
import io.receivables.events.collectioncase.CaseOwnerAssigned;
import io.receivables.events.collectioncase.CaseOwnerReleased;
import io.receivables.events.collectioncase.CaseSnoozed;
import io.receivables.events.collectioncase.CaseSubject;
import io.receivables.events.collectioncase.CaseWoken;
import io.receivables.events.collectioncase.CollectionCaseEvent;
import io.receivables.events.collectioncase.NextActionDone;
import io.receivables.events.collectioncase.NextActionPlanned;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.events.payment.PaymentId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The work on an account or an unidentified payment.
 *
 * @param accountId null where it is about a payment
 * @param owner who works on it; null when nobody does
 * @param ownedSince the day on which that began
 * @param snooze until when it rests, as it was said; null when it does not
 * @param nextAction null when nothing is planned
 * @param version zero while nothing was said of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CollectionCaseResource(@Nullable AccountId accountId, @Nullable PaymentId paymentId,
        LegalEntityId legalEntity, @Nullable String owner, @Nullable LocalDate ownedSince, @Nullable Snooze snooze,
        @Nullable NextAction nextAction, long version, @Nullable Long position) implements Versioned {

    /**
     * @param until the first day on which it is on the worklists again
     * @param wakesOnNews whether another item that falls overdue or a broken promise ends it before
     */
    public record Snooze(LocalDate until, String reason, boolean wakesOnNews, LocalDate since) {}

    public record NextAction(String actionId, String what, LocalDate dueDate, LocalDate plannedDate) {}

    /** Of which nothing was said yet. */
    public static CollectionCaseResource of(CaseSubject subject, LegalEntityId legalEntity) {
        boolean isAccount = subject.kind() == CaseSubject.Kind.ACCOUNT;
        return new CollectionCaseResource(isAccount ? new AccountId(subject.id()) : null,
                isAccount ? null : new PaymentId(subject.id()), legalEntity, null, null, null, null, 0, null);
    }

    /** As it is with one more fact. */
    public CollectionCaseResource after(CollectionCaseEvent event) {
        return switch (event) {
            case CaseOwnerAssigned it -> next(it.owner(), it.effectiveDate(), snooze, nextAction);
            case CaseOwnerReleased _ -> next(null, null, snooze, nextAction);
            case CaseSnoozed it -> next(owner, ownedSince,
                    new Snooze(it.until(), it.reason(), it.wakesOnNews(), it.effectiveDate()), nextAction);
            case CaseWoken _ -> next(owner, ownedSince, null, nextAction);
            case NextActionPlanned it -> next(owner, ownedSince, snooze,
                    new NextAction(it.actionId(), it.what(), it.dueDate(), it.effectiveDate()));
            case NextActionDone _ -> next(owner, ownedSince, snooze, null);
        };
    }

    private CollectionCaseResource next(@Nullable String newOwner, @Nullable LocalDate since,
            @Nullable Snooze newSnooze, @Nullable NextAction newAction) {
        return new CollectionCaseResource(accountId, paymentId, legalEntity, newOwner, since, newSnooze, newAction,
                version + 1, position);
    }

    /** Without a rest that is over at the date. */
    public CollectionCaseResource asAt(LocalDate date) {
        return snooze == null || snooze.until().isAfter(date)
                ? this
                : new CollectionCaseResource(accountId, paymentId, legalEntity, owner, ownedSince, null, nextAction,
                        version, position);
    }

    @Override
    public CollectionCaseResource at(long at) {
        return new CollectionCaseResource(accountId, paymentId, legalEntity, owner, ownedSince, snooze, nextAction,
                version, at);
    }
}
