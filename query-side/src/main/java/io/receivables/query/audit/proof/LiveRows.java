package io.receivables.query.audit.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table as they stand in the books, read through a cursor in the order of the facts that they come from. */
final class LiveRows implements AutoCloseable {

    private static final int FETCH_SIZE = 2_000;
    private static final long END = Long.MAX_VALUE;

    private final ProvedTable table;
    private final Findings findings;
    private final Statement statement;
    private final ResultSet rows;
    private final List<@Nullable String[]> found = new ArrayList<>();
    private long next;

    /** @param connection in a transaction, so that the rows come in portions */
    LiveRows(ProvedTable table, Connection connection, Findings findings) throws SQLException {
        this.table = table;
        this.findings = findings;
        this.statement = connection.createStatement();
        statement.setFetchSize(FETCH_SIZE);
        this.rows = statement.executeQuery(table.select());
        advance();
    }

    /** Reads on behind the fact, and compares its rows with those that it should have left. */
    void compare(Expected fact) throws SQLException {
        long position = fact.position();
        var expected = fact.of(table);
        if (next < position) {
            noFactBefore(position);
        }
        if (next != position && expected.isEmpty()) {
            return;
        }
        found.clear();
        while (next == position) {
            found.add(row());
            advance();
        }
        findings.read(table, fact.entity(), found.size());
        if (!inThisOrder(expected)) {
            compareAsSets(position, fact.entity(), new ArrayList<>(expected));
        }
    }

    /** What is left comes from no fact that the books have read. */
    void noFactBehind() throws SQLException {
        noFactBefore(END);
    }

    private void noFactBefore(long position) throws SQLException {
        while (next < position) {
            var row = row();
            findings.read(table, table.legalEntity(row), 1);
            findings.differs(table, table.legalEntity(row), "position " + next, null, row);
            advance();
        }
    }

    private boolean inThisOrder(List<@Nullable String[]> expected) {
        if (expected.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < found.size(); i++) {
            if (!Arrays.equals(expected.get(i), found.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void compareAsSets(long position, String entity, List<@Nullable String[]> expected) {
        found.removeIf(row -> removeEqual(expected, row));
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            findings.differs(table, entity, "position " + position, i < expected.size() ? expected.get(i) : null,
                    i < found.size() ? found.get(i) : null);
        }
    }

    private static boolean removeEqual(List<@Nullable String[]> rows, @Nullable String[] row) {
        for (int i = 0; i < rows.size(); i++) {
            if (Arrays.equals(rows.get(i), row)) {
                rows.remove(i);
                return true;
            }
        }
        return false;
    }

    private void advance() throws SQLException {
        next = rows.next() ? rows.getLong(1) : END;
    }

    private @Nullable String[] row() throws SQLException {
        var row = new @Nullable String[table.columns().size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = rows.getString(i + 2);
        }
        return row;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
