package io.receivables.query.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A fact that is not booked.
 *
 * @param sequences what its order is kept in; later facts of any of them wait
 * @param error why it could not be booked, null if it only waits
 * @param behind the position of the fact that it waits for, null if it has an error of its own
 */
record ParkedFact(RecordedFact fact, Set<String> sequences, @Nullable String error, @Nullable Long behind) {

    private static final int LONGEST_ERROR = 500;

    static ParkedFact guilty(RecordedFact fact, Exception fault) {
        return new ParkedFact(fact, sequencesOf(fact), describe(fault), null);
    }

    static ParkedFact waiting(RecordedFact fact, long behind) {
        return new ParkedFact(fact, sequencesOf(fact), null, behind);
    }

    /** A kind of fact that even its account is not known of keeps its order by its name. */
    static Set<String> sequencesOf(RecordedFact fact) {
        try {
            return fact.sequences();
        } catch (RuntimeException unknownKind) {
            return Set.of("type " + fact.type());
        }
    }

    /** The stream as text. */
    String stream() {
        try {
            return fact.stream().toString();
        } catch (RuntimeException unknownKind) {
            return fact.type();
        }
    }

    /** Null if the fact does not tell. */
    @Nullable
    String legalEntity() {
        try {
            return fact.legalEntity();
        } catch (RuntimeException unknownKind) {
            return null;
        }
    }

    /** What the database refuses is told by its place alone: its message and detail would repeat the row. */
    static String describe(Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused) {
                return "PSQLException: SQLSTATE " + refused.getSQLState() + place(refused.getServerErrorMessage());
            }
        }
        var text = fault.getClass().getSimpleName() + ": " + fault.getMessage();
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }

    private static String place(@Nullable ServerErrorMessage message) {
        if (message == null) {
            return "";
        }
        var place = new StringBuilder();
        append(place, " in table ", message.getTable());
        append(place, ", column ", message.getColumn());
        append(place, ", constraint ", message.getConstraint());
        return place.toString();
    }

    private static void append(StringBuilder text, String word, @Nullable String name) {
        if (name != null) {
            text.append(word).append(name);
        }
    }
}
