package io.receivables.command.edge;

/** The number printed on a document: 1 to 64 characters. */
public record DocumentNumber(String value) {}
