package io.receivables.query.accesslog;

import org.jspecify.annotations.Nullable;

/**
 * Which reads are asked for, as written in the query.
 *
 * @param legalEntity reads that were about it or could have been
 * @param from the first instant
 * @param to the last instant
 */
public record AccessRequest(@Nullable String who, @Nullable String accountId, @Nullable String legalEntity,
        @Nullable String from, @Nullable String to, @Nullable String kind) {}
