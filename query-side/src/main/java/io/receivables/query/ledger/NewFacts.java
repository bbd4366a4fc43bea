package io.receivables.query.ledger;

import io.receivables.events.account.ReceivableClass;
import io.receivables.query.ledger.LedgerWriter.DatedFact;
import io.receivables.query.ledger.LedgerWriter.PlacedRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies the rows of many facts that the books do not have yet, as a rebuild does: nothing is there that they could
 * meet, and what their movements take from items is mostly in memory. For one thread.
 */
final class NewFacts {

    /** From so many rows on, a copy is worth its second round trip. */
    static final int COPIED = 50;

    /** The sums move by what was copied just now. */
    private static final String SUMS = RollUps.with("select * from ledger.movement where position between ? and ?");

    private final JdbcTemplate jdbc;
    private final LedgerTables tables;
    private final SchemaName schema;
    private final KnownItems items = new KnownItems(KnownItems.OF_LIVE_BOOKS);
    private final CopyBinary bytes = new CopyBinary();
    private long books;

    NewFacts(JdbcTemplate jdbc, LedgerTables tables, SchemaName schema) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.schema = schema;
    }

    /**
     * @param facts in the order of their positions, with none left out between them
     * @param ofBooks tells the books from those before a rebuild, of which nothing that is remembered may hold any more
     */
    void copy(List<DatedFact> facts, List<PlacedRow<Row>> rows, long ofBooks) {
        if (books != ofBooks) {
            items.forget();
            books = ofBooks;
        }
        try {
            jdbc.execute((Connection connection) -> copy(connection, facts, rows));
            Reclassified.insert(jdbc, schema, rows);
        } catch (RuntimeException refused) {
            items.forget(); // what was to be begun may be parked
            throw refused;
        }
    }

    private int copy(Connection connection, List<DatedFact> facts, List<PlacedRow<Row>> rows) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var loader = new LedgerTables.Loader() {

            @Override
            public <T> void add(String table, MultiRowInsert<T> insert, List<T> added) throws SQLException {
                if (added.size() < COPIED) {
                    insert.run(jdbc, schema, added);
                } else {
                    bytes.copy(copy, schema.in("copy ledger." + table + " from stdin (format binary)"),
                            insert.columns(), added);
                }
            }
        };
        var undated = LedgerTables.load(facts, rows, items, loader);
        if (!undated.isEmpty()) {
            read(undated);
            undated = LedgerTables.loadMovements(undated, items, loader);
        }
        jdbc.update(schema.in(SUMS), facts.getFirst().fact().position(), facts.getLast().fact().position());
        tables.insertMovements(undated);
        return facts.size();
    }

    private void read(List<PlacedRow<Row.Movement>> movements) {
        var documents = movements.stream()
                .map(PlacedRow::row)
                .flatMap(moved -> Stream.of(moved.id(), moved.paidBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        jdbc.query(schema
                .in("""
                        select document_type, document_id, instalment, document_date, due_date, receivable_class, paid_date
                          from ledger.item where document_id = any (?)"""),
                row -> {
                    items.learn(item(row));
                }, (Object) documents);
        var accounts = movements.stream()
                .map(placed -> placed.row().accountId())
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        jdbc.query(schema.in("select account_id, receivable_class from ledger.account where account_id = any (?)"),
                row -> {
                    items.learn(row.getString(1), ReceivableClass.valueOf(row.getString(2)));
                }, (Object) accounts);
    }

    private static Row.Item item(ResultSet row) throws SQLException {
        var itsClass = row.getString(6);
        return new Row.Item(DocumentType.valueOf(row.getString(1)), row.getString(2), row.getInt(3),
                row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class),
                itsClass == null ? null : ReceivableClass.valueOf(itsClass), row.getObject(7, LocalDate.class));
    }
}
