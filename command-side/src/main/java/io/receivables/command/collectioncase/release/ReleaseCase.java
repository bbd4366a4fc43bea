package io.receivables.command.collectioncase.release;

import io.receivables.command.collectioncase.CaseCommand;
import io.receivables.events.collectioncase.CaseSubject;

/** Nobody works on it any more. */
record ReleaseCase(CaseSubject subject) implements CaseCommand {}
