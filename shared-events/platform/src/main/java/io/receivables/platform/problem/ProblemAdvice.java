package io.receivables.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/** The one place where a refusal becomes an answer. */
@RestControllerAdvice
public class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> on(Refusal refusal) {
        return answer(refusal);
    }

    /** Refusals are expected: logged once, here, at info. */
    public static ResponseEntity<Problem> answer(Refusal refusal) {
        return answer(problemOf(refusal));
    }

    /** What Spring MVC itself refuses, and what nobody expected. */
    @ExceptionHandler
    ResponseEntity<Problem> on(Exception exception) {
        return answer(problemOf(exception));
    }

    /** The same as it would be answered, for who answers in another form. */
    public static Problem problemOf(Exception exception) {
        if (exception instanceof Refusal refusal) {
            LOG.info("refused {}: {}", refusal.code(), refusal.detail());
            return Problem.of(refusal);
        }
        if (exception instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            var detail = refused.getBody().getDetail();
            return Problem.of(codeOf(refused.getStatusCode().value()), detail == null ? "" : detail);
        }
        if (exception instanceof TypeMismatchException mismatch) {
            return Problem.of(ProblemCode.PARAMETER_INVALID,
                    mismatch.getPropertyName() + " cannot be read: " + mismatch.getValue());
        }
        if (exception instanceof HttpMessageNotReadableException) {
            return Problem.of(ProblemCode.MALFORMED_JSON, "the body cannot be read");
        }
        if (exception instanceof MultipartException) {
            return Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "a form with files is accepted nowhere");
        }
        if (exception instanceof RequestRejectedException) {
            return Problem.of(ProblemCode.PARAMETER_INVALID, "parameters have no control characters");
        }
        if (isDatabaseAway(exception)) {
            LOG.warn("database unavailable", exception);
            return Problem.of(ProblemCode.DATABASE_UNAVAILABLE, "the database cannot be reached; try again");
        }
        LOG.error("unexpected", exception);
        return Problem.of(ProblemCode.INTERNAL_ERROR, "an unexpected error; it has been logged");
    }

    /** Whether the database could not be reached, or was lost; what was being committed then may be there or not. */
    public static boolean isDatabaseAway(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof CannotGetJdbcConnectionException
                    // A connection that was lost cannot roll back either, and that hides why.
                    || cause instanceof TransactionSystemException rollback
                            && rollback.getApplicationException() != null
                            && isDatabaseAway(rollback.getApplicationException())
                    || cause instanceof SQLException sql && sql.getSQLState() != null
                            && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }

    private static ProblemCode codeOf(int status) {
        return switch (status) {
            case 401 -> ProblemCode.UNAUTHENTICATED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NO_SUCH_PATH;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.BODY_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemCode.PARAMETER_INVALID;
        };
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        var builder = ResponseEntity.status(problem.status())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.retryAfter().ifPresent(seconds -> builder.header(HttpHeaders.RETRY_AFTER, seconds));
        return builder.body(problem);
    }
}
