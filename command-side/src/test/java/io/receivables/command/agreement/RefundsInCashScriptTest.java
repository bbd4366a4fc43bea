package io.receivables.command.agreement;

import static io.receivables.command.testing.Book.eur;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The cash of a store that is older than the rule is brought up to date by the script, without folding the store again. */
class RefundsInCashScriptTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);

    @Test
    void whatTheScriptAddsIsWhatIsKeptOfEachRefund() throws IOException {
        book.limits("0.00", "1000.00");
        var payment = book.payment("500.00");
        pay("payments/" + payment, "100.00", "2026-01-20");
        var returned = pay("payments/" + payment, "200.00", "2026-02-03");
        api.post(returned + "/reversal", "{'reason':'account closed','effectiveDate':'2026-02-10'}").expect(200);
        pay("credit-notes/" + book.creditNote("30.00"), "30.00", "2026-02-03");
        var kept = cash();
        assertThat(kept).containsExactly("2026-01-20 40000", "2026-02-03 -20000", "2026-02-10 20000");
        var script = script();
        new TransactionTemplate(CommandServer.context()
                .getBean("eventTransactionManager",
                        PlatformTransactionManager.class))
                .executeWithoutResult(test -> {
                    test.setRollbackOnly();
                    jdbc.sql("delete from command.account_cash where account_id = ? and change_date > came_date")
                            .param(book.account)
                            .update();
                    jdbc.sql("update command.account_cash set amount = 50000 where account_id = ?")
                            .param(book.account)
                            .update();
                    jdbc.sql(script).update();
                    assertThat(cash()).isEqualTo(kept);
                });
        assertThat(jdbc.sql("select count(*) from command.open_item_fill").query(Long.class).single()).isPositive();
    }

    private String pay(String source, String amount, String day) {
        var refund = "/v1/refunds/" + api.post("/v1/" + source + "/refunds",
                "{'amount':%s,'reason':'paid twice','effectiveDate':'2026-01-20'}".formatted(eur(amount)))
                .expect(201)
                .at("/refundId");
        api.post(refund + "/payout", "{'paidDate':'%s'}".formatted(day)).expect(200);
        return refund;
    }

    private List<String> cash() {
        return jdbc
                .sql("""
                        select change_date || ' ' || amount from command.account_cash where account_id = ? order by change_date""")
                .param(book.account)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String script() throws IOException {
        try (var script = Objects.requireNonNull(
                RefundsInCashScriptTest.class.getResourceAsStream("/db/command/V318__refunds_in_cash.sql"))) {
            var text = new String(script.readAllBytes(), UTF_8);
            assertThat(text).doesNotContain("open_item_fill");
            return text.substring(0, text.indexOf(';'));
        }
    }
}
