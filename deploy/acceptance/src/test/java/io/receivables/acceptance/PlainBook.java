package io.receivables.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The sample's rows in a plain table, and an aged balance computed over it by one query: an answer to compare with that
 * shares nothing with the product, neither code nor tables nor database.
 */
final class PlainBook implements AutoCloseable {

    static final String SAMPLE = "deploy/standalone/src/main/resources/demo/ibm-late-payment-histories.csv";

    private final EmbeddedPostgres database;
    private final Connection connection;

    private PlainBook(EmbeddedPostgres database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** @param number of the invoice, which was issued, fell due and was settled in full on these days */
    record Line(String customer, String number, LocalDate issued, LocalDate due, BigDecimal amount,
            LocalDate settled) {}

    /** @param oldest the oldest due date of what is open, null when nothing is */
    record Row(Figures figures, @Nullable LocalDate oldest) {}

    static PlainBook load() throws IOException, SQLException {
        var database = EmbeddedPostgres.start();
        var connection = database.getPostgresDatabase().getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set datestyle to 'ISO, MDY'");
            statement.execute("""
                    create table line (country text, customer text, paperless date, number text primary key,
                                       issued date, due date, amount numeric(12, 2), disputed text, settled date,
                                       bill text, days_to_settle int, days_late int);
                    create table paid_late (number text primary key, day date);
                    create table returned (number text primary key, day date);
                    create table credit (customer text, day date, amount numeric(12, 2))""");
        }
        try (var file = Files.newBufferedReader(Project.file(SAMPLE))) {
            connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy line from stdin (format csv, header)", file);
        }
        return new PlainBook(database, connection);
    }

    List<Line> lines() throws SQLException {
        var lines = new ArrayList<Line>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select * from line order by number")) {
            while (row.next()) {
                lines.add(new Line(row.getString("customer"), row.getString("number"), date(row, "issued"),
                        date(row, "due"), row.getBigDecimal("amount"), date(row, "settled")));
            }
        }
        return lines;
    }

    /** Records something that the sample does not have. */
    void record(String insert) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(insert);
        }
    }

    /**
     * The aged balance by customer.
     *
     * @param paidUntil payments of the sample after this day were never recorded
     */
    Map<String, Row> agedBalance(LocalDate asAt, LocalDate paidUntil, String basis, List<Integer> edges)
            throws SQLException {
        return rows("customer", asAt, paidUntil, basis, edges);
    }

    /** The same over all customers. */
    Row totals(LocalDate asAt, LocalDate paidUntil, String basis, List<Integer> edges) throws SQLException {
        var all = rows("'all'", asAt, paidUntil, basis, edges).get("all");
        return all == null ? nothing(edges.size() + 1) : all;
    }

    private static Row nothing(int buckets) {
        var zero = new BigDecimal("0.00");
        return new Row(new Figures(zero, Collections.nCopies(buckets, zero), zero, zero), null);
    }

    private Map<String, Row> rows(String key, LocalDate asAt, LocalDate paidUntil, String basis, List<Integer> edges)
            throws SQLException {
        var anchor = basis.equals("dueDate") ? "due" : "issued";
        var query = """
                with day as (select date '%s' as d),
                fact as (
                    select customer, due, amount, d - %s as age, 0.00 as unapplied
                      from line cross join day left join paid_late using (number) left join returned using (number)
                     where issued <= d
                       and not (coalesce(paid_late.day, case when settled <= date '%s' then settled end, 'infinity') <= d
                                and coalesce(returned.day, 'infinity') > d)
                    union all
                    select customer, null, 0.00, null, amount from credit cross join day where credit.day <= d)
                select %s as key, %s, sum(unapplied) as unapplied, sum(amount) - sum(unapplied) as balance,
                       min(due) as oldest
                  from fact group by 1 order by 1"""
                .formatted(asAt, anchor, paidUntil, key, buckets(edges));
        var rows = new LinkedHashMap<String, Row>();
        try (var statement = connection.createStatement(); var row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.put(row.getString("key"), row(row, edges.size() + 1));
            }
        }
        return rows;
    }

    /** One column for what is not due and one for each bucket. */
    private static String buckets(List<Integer> edges) {
        var columns = new ArrayList<>(List.of("age <= 0"));
        for (int i = 0; i < edges.size(); i++) {
            columns.add("age >= " + (i == 0 ? 1 : edges.get(i - 1) + 1) + " and age <= " + edges.get(i));
        }
        columns.add("age > " + edges.getLast());
        return columns.stream()
                .map("coalesce(sum(amount) filter (where %s), 0.00)"::formatted)
                .collect(Collectors.joining(", "));
    }

    private static Row row(ResultSet row, int buckets) throws SQLException {
        var aged = new ArrayList<BigDecimal>();
        for (int i = 0; i < buckets; i++) {
            aged.add(row.getBigDecimal(3 + i));
        }
        return new Row(new Figures(row.getBigDecimal(2), aged, row.getBigDecimal("unapplied"),
                row.getBigDecimal("balance")), row.getObject("oldest", LocalDate.class));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        database.close();
    }
}
