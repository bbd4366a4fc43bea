package io.receivables.platform.problem;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
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
    ResponseEntity<Problem> on(Exception exception, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw exception; // part of an answer is out: the connection is closed, so that it is not taken for the
                             // whole
        }
        return answer(problemOf(exception));
    }

    /** The same as it would be answered, for who answers in another form. */
    public static Problem problemOf(Exception exception) {
        if (exception instanceof Refusal refusal) {
            RefusalLog.refused(refusal);
            return Problem.of(refusal);
        }
        if (exception instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            var detail = refused.getBody().getDetail();
            return refused(codeOf(refused.getStatusCode().value()), detail == null ? "" : detail);
        }
        if (exception instanceof TypeMismatchException mismatch) {
            return refused(ProblemCode.PARAMETER_INVALID,
                    mismatch.getPropertyName() + " cannot be read: " + mismatch.getValue());
        }
        if (exception instanceof HttpMessageNotReadableException) {
            return refused(ProblemCode.MALFORMED_JSON, "the body cannot be read");
        }
        if (exception instanceof MultipartException) {
            return refused(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "a form with files is accepted nowhere");
        }
        if (exception instanceof RequestRejectedException) {
            return Problem.of(ProblemCode.PARAMETER_INVALID, "parameters have no control characters");
        }
        var trouble = DatabaseTrouble.in(exception);
        if (trouble.isPresent()) {
            LOG.warn("{}: {}", trouble.get().code(), exception.toString());
            return trouble.get();
        }
        LOG.error("unexpected", exception);
        return Problem.of(ProblemCode.INTERNAL_ERROR, "an unexpected error; it has been logged");
    }

    /** Whether the database could not be reached, or was lost; what was being committed then may be there or not. */
    public static boolean isDatabaseAway(Throwable exception) {
        return DatabaseTrouble.isAway(exception);
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

    private static Problem refused(ProblemCode code, String detail) {
        RefusalLog.refused(code);
        return Problem.of(code, detail);
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        var builder = ResponseEntity.status(problem.status())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.retryAfter().ifPresent(seconds -> builder.header(HttpHeaders.RETRY_AFTER, seconds));
        return builder.body(problem);
    }
}
