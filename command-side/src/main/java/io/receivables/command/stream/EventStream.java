package io.receivables.command.stream;

import io.receivables.events.entity.LegalEntityId;

/** A stream of facts about one thing, folded to what decisions need. */
public interface EventStream {

    /** Whose data it is. */
    LegalEntityId legalEntity();
}
