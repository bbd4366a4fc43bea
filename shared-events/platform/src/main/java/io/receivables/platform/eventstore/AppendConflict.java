package io.receivables.platform.eventstore;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Says what a refused append means. An append may span streams: the database knows which of them was in the way. */
final class AppendConflict {

    private static final String STREAM_KEY = "event_stream_key";

    // "Key (aggregate_identifier, sequence_number)=(invoice/INV-1, 0) already exists."; only the words are translated.
    private static final Pattern KEY = Pattern.compile("=\\((.*), (\\d+)\\)", Pattern.DOTALL);

    private AppendConflict() {}

    static RuntimeException of(SQLException failure) {
        var conflict = failure instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        if (conflict != null && PSQLState.UNIQUE_VIOLATION.getState().equals(conflict.getSQLState())
                && STREAM_KEY.equals(conflict.getConstraint())) {
            return onStream(conflict, failure);
        }
        return asOtherStatements(failure);
    }

    private static RuntimeException onStream(ServerErrorMessage conflict, SQLException failure) {
        var detail = conflict.getDetail();
        var key = KEY.matcher(detail == null ? "" : detail);
        if (!key.find()) {
            return new ConcurrencyException("a stream of this append has moved on", failure);
        }
        if (Long.parseLong(key.group(2)) == 0) {
            return new StreamAlreadyExistsException(key.group(1), failure);
        }
        return new ConcurrencyException("stream " + key.group(1) + " already has number " + key.group(2), failure);
    }

    // Deadlocks, time-outs, lost connections: the same exceptions as from any other statement of the transaction.
    private static RuntimeException asOtherStatements(SQLException failure) {
        var task = "append events";
        @Nullable
        RuntimeException translated = new SQLStateSQLExceptionTranslator().translate(task, null, failure);
        return translated != null ? translated : new UncategorizedSQLException(task, null, failure);
    }
}
