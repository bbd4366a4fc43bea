package io.receivables.events.dunning;

import io.receivables.events.ReceivablesEvent;
import io.receivables.events.entity.LegalEntityId;

/** What happened to a run of reminders. */
public sealed interface DunningRunEvent extends ReceivablesEvent permits DunningRunBegun, DunningRunCompleted {

    DunningRunId runId();

    LegalEntityId legalEntity();
}
