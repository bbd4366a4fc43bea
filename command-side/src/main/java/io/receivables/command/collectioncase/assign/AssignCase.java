package io.receivables.command.collectioncase.assign;

import io.receivables.command.collectioncase.CaseCommand;
import io.receivables.events.collectioncase.CaseSubject;
import org.jspecify.annotations.Nullable;

/** Somebody shall work on it; null for who asks. */
record AssignCase(CaseSubject subject, @Nullable String owner) implements CaseCommand {}
