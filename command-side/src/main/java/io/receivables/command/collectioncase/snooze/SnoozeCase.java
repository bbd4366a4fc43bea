package io.receivables.command.collectioncase.snooze;

import io.receivables.command.collectioncase.CaseCommand;
import io.receivables.events.collectioncase.CaseSubject;
import java.time.LocalDate;

/** It shall rest until a day. */
record SnoozeCase(CaseSubject subject, LocalDate until, String reason, boolean wakesOnNews) implements CaseCommand {}
