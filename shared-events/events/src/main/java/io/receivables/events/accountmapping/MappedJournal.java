package io.receivables.events.accountmapping;

/** A journal of the general ledger. */
public record MappedJournal(JournalRole role, String code, String label) {}
