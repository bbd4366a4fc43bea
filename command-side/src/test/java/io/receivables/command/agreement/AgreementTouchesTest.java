package io.receivables.command.agreement;

import static io.receivables.command.testing.Book.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money of an account that promises meanwhile, on another node. */
class AgreementTouchesTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);

    /** An allocation does not name its account, so that nobody has asked for its row before. */
    @Test
    void anAllocationWaitsForTheFirstPromiseAndCounts() throws Exception {
        var invoice = book.invoice("100.00");
        var payment = book.payment("100.00");
        touchedWhilePromising(() -> api.post("/v1/payments/" + payment + "/allocations", """
                {'invoiceId':'%s','amount':%s,'effectiveDate':'2026-02-01'}""".formatted(invoice, eur("40.00"))));
    }

    @Test
    void aPaymentWaitsForTheFirstPromiseAndCounts() throws Exception {
        touchedWhilePromising(() -> api.post("/v1/payments", """
                {'paymentId':'%s','accountId':'%s','amount':%s,'receivedDate':'2026-01-20','method':'BANK_TRANSFER'}"""
                .formatted(Book.id("P"), book.account, eur("1.00"))));
    }

    private void touchedWhilePromising(Callable<Api.Answer> money) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var answer = promising(() -> {
                var sent = threads.submit(money);
                await().until(() -> CommandServer.isLockedOut("command.customer_account"));
                assertThat(sent.isDone()).isFalse();
                return sent;
            });
            answer.get().expect(201);
        }
        assertThat(touches()).isEqualTo(1);
    }

    /** Does something while the first promise of the account is written and not committed. */
    private <T> T promising(Callable<T> meanwhile) throws Exception {
        try (var other = CommandServer.context().getBean(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            write(other, "update command.customer_account set has_agreements = true where account_id = ?",
                    book.account);
            write(other, "insert into command.agreement (account_id, legal_entity, standing) values (?, ?, '{}')",
                    book.account, book.entity);
            var done = meanwhile.call();
            other.commit();
            return done;
        }
    }

    private static void write(Connection connection, String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private long touches() {
        return jdbc.sql("select touches from command.agreement where account_id = ?")
                .param(book.account)
                .query(Long.class)
                .single();
    }
}
