package io.receivables.platform.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A statement of the transaction that goes to the database just ahead of an append, in the same round trip. */
public interface AheadOfAppend {

    /** One statement that returns no rows. */
    String sql();

    /**
     * Sets its parameters.
     *
     * @param first the number of the first of them
     * @return the number that follows the last
     */
    int bind(PreparedStatement statement, int first) throws SQLException;

    /**
     * Hears how many rows it has written.
     *
     * @throws RuntimeException those are not the rows that should have changed: nothing shall be committed
     */
    void wrote(int rows);
}
