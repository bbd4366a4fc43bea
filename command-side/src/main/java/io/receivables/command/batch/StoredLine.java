package io.receivables.command.batch;

import org.jspecify.annotations.Nullable;

/**
 * A line as it was sent.
 *
 * @param line its number in the request, from 1
 * @param content null when it was longer than a command may be
 */
record StoredLine(int line, byte @Nullable [] content) {}
