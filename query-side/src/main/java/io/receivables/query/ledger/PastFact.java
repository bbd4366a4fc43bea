package io.receivables.query.ledger;

import io.receivables.events.ReceivablesEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the books answer it.
 *
 * @param revision of {@code data}
 * @param data the fact as JSON, as it is stored
 * @param event the fact in its revision of today
 */
public record PastFact(long position, Instant recordedAt, LocalDate effectiveDate, String type, String revision,
        StreamKey stream, long sequence, @Nullable String accountId, String legalEntity, @Nullable String who,
        @Nullable String why, @Nullable String commandId, @Nullable String correlationId, String data,
        ReceivablesEvent event) {}
