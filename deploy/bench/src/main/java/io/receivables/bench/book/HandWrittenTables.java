package io.receivables.bench.book;

import io.receivables.events.allocation.SettledPart;
import io.receivables.events.invoice.InstalmentAmount;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same book in the tables that somebody would design by hand for this question: integer keys, amounts in cents, the
 * account and dates of an invoice beside its instalments so that no join is needed, a reversal as a row with the opposite
 * sign. Each row has the position of its fact, so that they too can answer what was known when.
 */
final class HandWrittenTables implements AutoCloseable {

    private static final String TABLES = """
            create schema hand;
            create table hand.instalment (invoice_id int, no int, account_id int, issue_date date, due_date date,
                                          amount bigint, position bigint);
            create table hand.payment (payment_id int, account_id int, received_date date, amount bigint,
                                       position bigint);
            create table hand.credit_note (credit_note_id int, account_id int, issue_date date, amount bigint,
                                           position bigint);
            create table hand.allocation (invoice_id int, instalment int, account_id int, cash bigint,
                                          discount bigint, effective_date date, position bigint);
            create table hand.write_off (invoice_id int, instalment int, account_id int, amount bigint,
                                         effective_date date, position bigint);
            """;

    private static final List<String> INDEXES = List.of("""
            alter table hand.account add primary key (account_id)""", """
            alter table hand.instalment add primary key (invoice_id, no)""", """
            create index on hand.instalment (account_id)""",
            """
                    create index on hand.instalment (issue_date) include (position, invoice_id, no, account_id, due_date, amount)
                    """,
            """
                    create index on hand.payment (account_id)""", """
                    create index on hand.payment (received_date) include (position, account_id, amount)""", """
                    create index on hand.credit_note (issue_date) include (position, account_id, amount)""", """
                    create index on hand.allocation (account_id)""", """
                    create index on hand.allocation (invoice_id, instalment)
                    include (cash, discount, effective_date, position)""", """
                    create index on hand.allocation (effective_date)
                    include (position, invoice_id, instalment, account_id, cash, discount)""",
            """
                    create index on hand.write_off (invoice_id, instalment) include (amount, effective_date, position)""");

    private final DataSource dataSource;
    private final BinaryCopy instalments;
    private final BinaryCopy payments;
    private final BinaryCopy creditNotes;
    private final BinaryCopy allocations;
    private final BinaryCopy writeOffs;

    HandWrittenTables(DataSource dataSource) throws SQLException {
        JdbcClient.create(dataSource).sql(TABLES).update();
        this.dataSource = dataSource;
        instalments = new BinaryCopy(dataSource.getConnection(), "hand.instalment", 7);
        payments = new BinaryCopy(dataSource.getConnection(), "hand.payment", 5);
        creditNotes = new BinaryCopy(dataSource.getConnection(), "hand.credit_note", 5);
        allocations = new BinaryCopy(dataSource.getConnection(), "hand.allocation", 7);
        writeOffs = new BinaryCopy(dataSource.getConnection(), "hand.write_off", 6);
    }

    void instalment(OpenInvoice invoice, int no, LocalDate due, long amount, long position) throws SQLException {
        instalments.row()
                .integer(invoice.no)
                .integer(no)
                .integer(invoice.account)
                .date(LocalDate.ofEpochDay(invoice.issued))
                .date(due)
                .bigint(amount)
                .bigint(position);
    }

    /** Also what takes a payment back, or moves it from nobody's account: with the opposite sign. */
    void payment(int no, int account, LocalDate received, long amount, long position) throws SQLException {
        payments.row().integer(no).integer(account).date(received).bigint(amount).bigint(position);
    }

    void creditNote(int no, int account, LocalDate issued, long amount, long position) throws SQLException {
        creditNotes.row().integer(no).integer(account).date(issued).bigint(amount).bigint(position);
    }

    void allocation(OpenInvoice invoice, List<SettledPart> parts, LocalDate date, long position, int sign)
            throws SQLException {
        for (var part : parts) {
            allocations.row()
                    .integer(invoice.no)
                    .integer(part.instalment())
                    .integer(invoice.account)
                    .bigint(sign * part.amount().minorUnits())
                    .bigint(sign * part.discount().minorUnits())
                    .date(date)
                    .bigint(position);
        }
    }

    void writeOff(OpenInvoice invoice, List<InstalmentAmount> parts, LocalDate date, long position, int sign)
            throws SQLException {
        for (var part : parts) {
            writeOffs.row()
                    .integer(invoice.no)
                    .integer(part.instalment())
                    .integer(invoice.account)
                    .bigint(sign * part.amount().minorUnits())
                    .date(date)
                    .bigint(position);
        }
    }

    /** Ends the rows, builds the indexes and lets the planner know what is there. */
    void end(int accounts) throws SQLException {
        for (var copy : List.of(instalments, payments, creditNotes, allocations, writeOffs)) {
            copy.end();
        }
        var jdbc = JdbcClient.create(dataSource);
        jdbc.sql("""
                create table hand.account as
                select no as account_id, no - (case when no % 10 = 9 then 1 else 0 end) as customer_id
                  from generate_series(0, ? - 1) as no""").param(accounts).update();
        INDEXES.forEach(index -> jdbc.sql(index).update());
        for (var table : List.of("account", "instalment", "payment", "credit_note", "allocation", "write_off")) {
            jdbc.sql("vacuum (analyze) hand." + table).update();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var copy : List.of(instalments, payments, creditNotes, allocations, writeOffs)) {
            copy.close();
        }
    }
}
