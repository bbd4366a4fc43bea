package io.receivables.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

    /**
     * An expression over a row of the log: the version of the credit policy that the fact was decided by, wherever it stands in
     * it; null where no policy had a say.
     */
    public static final String POLICY_VERSION = """
            (jsonb_path_query_first(data::jsonb, 'lax $.**.policyVersion ? (@ != null)') #>> '{}')::int""";

    /** From a row of the log. */
    public static EventLine of(ResultSet row) throws SQLException {
        return new EventLine(row.getLong("position"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("effective_date", LocalDate.class), row.getObject("accounting_date", LocalDate.class),
                row.getString("type"), row.getString("revision"),
                new Stream(row.getString("stream_type"), row.getString("stream_id"), row.getLong("sequence")),
                row.getString("account_id"), row.getString("legal_entity"), row.getString("who"), row.getString("why"),
                row.getString("command_id"), row.getString("correlation_id"), row.getString("data"));
    }

    /** Where the fact stands in the history of the thing that it is about; {@code sequence} counts from 0. */
    public record Stream(String type, String id, long sequence) {}
}
