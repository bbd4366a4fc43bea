package io.receivables.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact as an auditor reads it.
 *
 * @param accountingDate under which a late fact is booked; absent where that is its business date
 * @param data the fact itself, exactly as it is stored
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EventLine(long position, Instant recordedAt, LocalDate effectiveDate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate accountingDate, String type, String revision,
        Stream stream, @Nullable String accountId, String legalEntity, @Nullable String who, @Nullable String why,
        @Nullable String commandId, @Nullable String correlationId, @JsonRawValue String data) {

    /** Where the fact stands in the history of the thing that it is about; {@code sequence} counts from 0. */
    public record Stream(String type, String id, long sequence) {}
}
