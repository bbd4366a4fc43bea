package io.receivables.bench.book;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What commands would have kept beside these events: reference rows, names and document numbers. */
final class CommandRows implements AutoCloseable {

    private static final String TERMS = "{\"netDays\":30,\"endOfMonth\":\"NONE\"}";

    private final JdbcClient jdbc;
    private final BinaryCopy accounts;
    private final BinaryCopy terms;
    private final BinaryCopy parties;
    private final BinaryCopy numbers;
    private final BinaryCopy parts;

    CommandRows(DataSource dataSource) throws SQLException {
        jdbc = JdbcClient.create(dataSource);
        accounts = new BinaryCopy(dataSource.getConnection(),
                "command.customer_account (account_id, legal_entity, currency, receivable_class, opened_date)", 5);
        terms = new BinaryCopy(dataSource.getConnection(),
                "command.account_terms (account_id, valid_from, version, terms)", 4);
        parties = new BinaryCopy(dataSource.getConnection(), "party.customer_account_party (account_id, name)", 2);
        numbers = new BinaryCopy(dataSource.getConnection(),
                "command.document_number (legal_entity, kind, number, document_id)", 4);
        parts = new BinaryCopy(dataSource.getConnection(),
                "command.document_part (kind, part_id, legal_entity, document_type, document_id)", 5);
    }

    void legalEntity() {
        jdbc.sql("insert into command.legal_entity (legal_entity, time_zone, base_currency) values (?, ?, ?)")
                .params(Book.ENTITY, Book.TIME_ZONE, Book.CURRENCY)
                .update();
    }

    void account(String id, String name, LocalDate opened) throws SQLException {
        accounts.row().text(id).text(Book.ENTITY).text(Book.CURRENCY).text("TRADE").date(opened);
        terms.row().text(id).date(opened).integer(1).json(TERMS);
        parties.row().text(id).text(name);
    }

    void documentNumber(String kind, String id) throws SQLException {
        numbers.row().text(Book.ENTITY).text(kind).text(id).text(id);
    }

    void writeOff(String id, String invoice) throws SQLException {
        parts.row().text("WRITE_OFF").text(id).text(Book.ENTITY).text("INVOICE").text(invoice);
    }

    /** Accounts before their terms, which refer to them. */
    void end() throws SQLException {
        for (var copy : List.of(accounts, terms, parties, numbers, parts)) {
            copy.end();
        }
    }

    @Override
    public void close() throws SQLException {
        for (var copy : List.of(accounts, terms, parties, numbers, parts)) {
            copy.close();
        }
    }
}
