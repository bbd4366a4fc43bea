package io.receivables.events.contact;

import java.time.LocalDate;

/** What is to be done next, and by when. */
public record NextAction(String what, LocalDate date) {}
