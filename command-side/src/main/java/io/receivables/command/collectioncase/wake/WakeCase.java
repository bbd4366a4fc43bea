package io.receivables.command.collectioncase.wake;

import io.receivables.command.collectioncase.CaseCommand;
import io.receivables.events.collectioncase.CaseSubject;

/** It shall not rest any longer. */
record WakeCase(CaseSubject subject) implements CaseCommand {}
