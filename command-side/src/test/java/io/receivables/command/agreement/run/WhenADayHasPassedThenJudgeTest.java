package io.receivables.command.agreement.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.events.entity.LegalEntityId;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node judges by itself. */
class WhenADayHasPassedThenJudgeTest {

    private static final int ACCOUNTS = RunAgreements.PART + 2;

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);
    private final WhenADayHasPassedThenJudge judge = CommandServer.context().getBean(WhenADayHasPassedThenJudge.class);

    @Test
    void everyPartIsJudgedAndAnAccountThatCannotBeHoldsUpNoOther() {
        for (int i = 0; i < ACCOUNTS; i++) {
            var account = Book.openAccount(book.entity, Book.id("C"), "EUR");
            api.post("/v1/customer-accounts/" + account + "/promises", """
                    {'amount':%s,'promisedDate':'2026-03-15','effectiveDate':'2026-03-01'}"""
                    .formatted(Book.eur("10.00"))).expect(201);
        }
        // In the first part: its stream cannot be read.
        jdbc.sql("""
                insert into command.agreement (account_id, legal_entity, standing)
                values (?, ?, '{"promises":[],"plans":[]}')""")
                .params("A-" + book.entity, book.entity)
                .update();
        judge.judge(new LegalEntityId(book.entity));
        assertThat(jdbc.sql("""
                select count(*) from eventstore.event_json
                 where payload_type = 'PromiseJudged' and payload ->> 'legalEntity' = ?""")
                .param(book.entity)
                .query(Integer.class)
                .single()).isEqualTo(ACCOUNTS);
    }
}
