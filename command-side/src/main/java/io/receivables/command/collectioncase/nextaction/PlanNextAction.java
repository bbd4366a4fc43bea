package io.receivables.command.collectioncase.nextaction;

import io.receivables.command.collectioncase.CaseCommand;
import io.receivables.events.collectioncase.CaseSubject;
import java.time.LocalDate;

/** This is to be done next. */
record PlanNextAction(CaseSubject subject, String actionId, String what, LocalDate dueDate) implements CaseCommand {}
