package io.receivables.command.batch;

import io.receivables.platform.identity.Actor;
import java.util.UUID;

/** A batch that somebody wants to be run: in whose name, and whether for real. */
record BatchOrder(UUID jobId, Actor actor, String correlationId, boolean dryRun) {}
