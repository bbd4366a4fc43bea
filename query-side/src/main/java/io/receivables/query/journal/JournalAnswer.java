package io.receivables.query.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.query.ledger.Known;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the journals.
 *
 * @param nextCursor where the next part begins; null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record JournalAnswer(LegalEntityId legalEntity, LocalDate from, LocalDate to, Known asKnown,
        List<JournalEntry> items, @Nullable String nextCursor) {}
