package io.receivables.query.audit.exceptions;

import org.jspecify.annotations.Nullable;

/**
 * Which exceptions are asked for, as written in the query. Days are those on which facts were recorded, by the clock of the legal
 * entity.
 *
 * @param period a month such as {@code 2026-03}, instead of {@code from} and {@code to}; without any the running one
 * @param kind absent: all
 * @param days a fact is backdated that was recorded more than so many days after its business date; 5 when absent
 * @param splitDays amounts within so many days are added up; 5 when absent
 */
public record ExceptionsRequest(@Nullable String legalEntity, @Nullable String period, @Nullable String from,
        @Nullable String to, @Nullable String asKnown, @Nullable String kind, @Nullable String days,
        @Nullable String splitDays) {}
