package io.receivables.command.collectioncase.nextaction;

import io.receivables.command.collectioncase.CaseCommand;
import io.receivables.events.collectioncase.CaseSubject;
import org.jspecify.annotations.Nullable;

/** What was planned is done. */
record FinishNextAction(CaseSubject subject, @Nullable String outcome) implements CaseCommand {}
