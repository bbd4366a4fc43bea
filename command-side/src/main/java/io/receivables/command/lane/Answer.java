package io.receivables.command.lane;

import org.jspecify.annotations.Nullable;

/**
 * A complete answer as it is stored under its idempotency key and sent.
 *
 * @param location the path of what was created; null when nothing was
 * @param version of the stream that the command is about
 * @param position how far a reader must have read to see what was done; null in a dry run
 * @param body JSON; null when it is told in brief, and in a dry run
 * @param replayed whether it was stored by an earlier request with the same key
 */
public record Answer(int status, @Nullable String location, long version, @Nullable Long position,
        byte @Nullable [] body,
        boolean replayed) {}
