package io.receivables.query.export;

import io.receivables.platform.identity.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * An export that a node has taken to write.
 *
 * @param attempt from 1; the parts that an earlier one has left belong to no file
 */
public record ExportJob(UUID exportId, ExportKind kind, Actor actor, String purpose, Instant createdAt,
        Settled settled, int attempt) {}
