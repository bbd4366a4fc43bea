package io.receivables.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells what the database could not do just now, which is 503 and worth another try, and sums that it cannot hold, from what
 * nobody expected.
 */
final class DatabaseTrouble {

    private DatabaseTrouble() {}

    static Optional<Problem> in(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            var found = of(cause);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Whether there was no connection, or it was lost: a lock or a limit met by one statement says nothing of the next. */
    static boolean isAway(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && "53300".equals(sql.getSQLState())) {
                return true;
            }
        }
        return in(exception).filter(trouble -> trouble.code() == ProblemCode.DATABASE_UNAVAILABLE).isPresent();
    }

    private static @Nullable Problem of(Throwable cause) {
        return switch (cause) {
            // A connection that was lost cannot roll back either, and that hides why.
            case TransactionSystemException rollback when rollback.getApplicationException() != null -> in(
                    rollback.getApplicationException()).orElse(null);
            // The pool gave up waiting. If it could not connect it says so by a cause; else all connections are at
            // work.
            case SQLTransientConnectionException noneFree when noneFree.getCause() == null -> Problem.of(
                    ProblemCode.TOO_BUSY, "all connections to the database are in use; try again");
            case SQLTransientConnectionException _,SQLNonTransientConnectionException _ -> unavailable();
            // The pool says so when a lost connection is to be rolled back, and that failure hides the first one.
            case SQLException closed when "Connection is closed".equals(closed.getMessage()) -> unavailable();
            case SQLException sql -> of(String.valueOf(sql.getSQLState()));
            case CannotGetJdbcConnectionException noCause when noCause.getCause() == null -> unavailable();
            default -> null;
        };
    }

    private static @Nullable Problem of(String state) {
        return switch (state) {
            // Ended by statement_timeout, idle_in_transaction_session_timeout and transaction_timeout.
            case "57014", "25P03", "25P04" -> Problem.of(ProblemCode.QUERY_TOO_SLOW,
                    "the answer took longer than a query may; ask for less, or later");
            // Amounts are below 10^15; only very many of the largest add up to more than 64 bits hold.
            case "22003" -> Problem.of(ProblemCode.SUM_TOO_LARGE,
                    "a sum is above 9.2 x 10^18 of the smallest unit; ask for less at a time");
            case "55P03" -> Problem.of(ProblemCode.TOO_BUSY, "others lock what is needed for too long; try again");
            case "53300" -> Problem.of(ProblemCode.TOO_BUSY, "the database accepts no further connection; try again");
            default -> state.startsWith("08") || state.startsWith("57P") ? unavailable() : null;
        };
    }

    private static Problem unavailable() {
        return Problem.of(ProblemCode.DATABASE_UNAVAILABLE, "the database cannot be reached; try again");
    }
}
