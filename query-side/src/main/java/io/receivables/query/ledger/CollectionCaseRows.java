package io.receivables.query.ledger;

import io.receivables.events.collectioncase.CaseOwnerAssigned;
import io.receivables.events.collectioncase.CaseOwnerReleased;
import io.receivables.events.collectioncase.CaseSnoozed;
import io.receivables.events.collectioncase.CaseWoken;
import io.receivables.events.collectioncase.CollectionCaseEvent;
import io.receivables.events.collectioncase.NextActionDone;
import io.receivables.events.collectioncase.NextActionPlanned;
import io.receivables.query.ledger.Row.CaseAspect;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the facts about the work on an account or payment add to the books. */
final class CollectionCaseRows {

    private CollectionCaseRows() {}

    static List<Row> of(CollectionCaseEvent event) {
        return List.of(switch (event) {
            case CaseOwnerAssigned it -> change(it, CaseAspect.OWNER, it.owner(), null, false);
            case CaseOwnerReleased it -> change(it, CaseAspect.OWNER, null, null, false);
            case CaseSnoozed it -> change(it, CaseAspect.SNOOZE, null, it.until(), it.wakesOnNews());
            case CaseWoken it -> change(it, CaseAspect.SNOOZE, null, null, false);
            case NextActionPlanned it -> change(it, CaseAspect.NEXT_ACTION, it.what(), it.dueDate(), false);
            case NextActionDone it -> change(it, CaseAspect.NEXT_ACTION, null, null, false);
        });
    }

    private static Row change(CollectionCaseEvent event, CaseAspect aspect, @Nullable String value,
            @Nullable LocalDate day, boolean wakesOnNews) {
        return new Row.CaseChange(event.subject(), event.legalEntity().value(), aspect, value, day, wakesOnNews);
    }
}
