package io.receivables.platform.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement of the transaction that goes to the database just ahead of an append, in the same round trip. */
public interface AheadOfAppend {

    /** One statement; rows that it returns are passed over. */
    String sql();

    /**
     * Sets its parameters.
     *
     * @param first the number of the first of them
     * @return the number that follows the last
     */
    int bind(PreparedStatement statement, int first) throws SQLException;

    /**
     * Hears how many rows it has written; -1 of a statement that only locks.
     *
     * @throws RuntimeException those are not the rows that should have changed: nothing shall be committed
     */
    void wrote(int rows);
}
