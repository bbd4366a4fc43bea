package io.receivables.command.lane;

import io.receivables.command.stream.StreamType;
import io.receivables.platform.eventstore.StreamAlreadyExistsException;
import io.receivables.platform.problem.ProblemCode;
import io.receivables.platform.problem.Refusal;
import java.sql.SQLException;
import java.util.Set;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;

/** Tells a lost race, which is tried again, from a refusal, which is final. */
final class Conflicts {

    /** PostgreSQL: serialization failure, deadlock, lock not available. */
    private static final Set<String> RACE_STATES = Set.of("40001", "40P01", "55P03");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Conflicts() {}

    static @Nullable Refusal refusalOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof StreamAlreadyExistsException exists && !isBegunByTheWay(exists)) {
                return StreamType.alreadyExists(exists.aggregateIdentifier());
            }
        }
        return null;
    }

    static boolean isLostRace(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException || cause instanceof PessimisticLockingFailureException
                    || cause instanceof StreamAlreadyExistsException exists && isBegunByTheWay(exists)
                    || cause instanceof DeadlockException || cause instanceof DuplicateKeyException
                    || cause instanceof SQLException sql && RACE_STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Whoever began the stream: what was to be its first fact is its next. */
    private static boolean isBegunByTheWay(StreamAlreadyExistsException exists) {
        return StreamType.APPROVAL_ATTEMPTS.isOf(exists.aggregateIdentifier());
    }

    /** Another node has held a lock for longer than a decision waits. */
    static boolean isLockTimeout(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** What was read wrongly is no matter of cached state; nor is a twin that is in flight. */
    static boolean mayRestOnCache(Refusal refusal) {
        return switch (refusal.code().status()) {
            case 409, 412, 422 -> refusal.code() != ProblemCode.IDEMPOTENCY_KEY_IN_FLIGHT
                    && refusal.code() != ProblemCode.IDEMPOTENCY_KEY_REUSED;
            default -> false;
        };
    }

    static RuntimeException unwrapped(Throwable thrown) {
        return thrown instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException(thrown.toString(), thrown);
    }
}
