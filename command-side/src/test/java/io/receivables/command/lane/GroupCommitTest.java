package io.receivables.command.lane;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.receivables.command.lane.Turn.Outcome;
import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import io.receivables.platform.problem.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Commands that share a transaction: chosen by hand, on the real database. */
class GroupCommitTest {

    private final Book book = Book.open();
    private final Turns turns = new Turns(book);
    private final GroupCommit commit = CommandServer.context().getBean(GroupCommit.class);
    private final JdbcClient jdbc = CommandServer.context().getBean(JdbcClient.class);

    @Test
    void aRefusalInTheMiddleLeavesNothingAndHarmsNobody() {
        var invoice = Book.id("INV");
        var refused = Book.id("P");
        var paid = Book.id("P");
        var outcomes = commit(turns.invoice(invoice, invoice, "100.00"),
                turns.payment(refused, "200.00", invoice, "100.01"), turns.payment(paid, "100.00", invoice, "100.00"));
        assertThat(outcomes).containsExactly("201", "ALLOCATION_EXCEEDS_OPEN", "201");
        assertThat(events("payment/" + refused)).isZero();
        assertThat(events("invoice/" + invoice)).isEqualTo(2);
        Api.as(Role.CONTROLLER)
                .post("/v1/payments/" + paid + "/reversal", "{'reason':'bounced','effectiveDate':'2026-01-21'}")
                .expect(200);
    }

    @Test
    void aNumberIsClaimedOnceInAGroup() {
        var number = Book.id("NO");
        assertThat(commit(turns.invoice(Book.id("INV"), number, "1.00"), turns.invoice(Book.id("INV"), number, "1.00")))
                .containsExactly("201", "INVOICE_NUMBER_TAKEN");
    }

    @Test
    void aNumberOfARefusedCommandStaysFree() {
        var number = Book.id("NO");
        var payment = Book.id("P");
        var dueTooEarly = turns.turn(Book.id("key"), "IssueInvoice", List.of(),
                turns.invoiceBody(Book.id("INV"), number, "1.00")
                        .replace("'total'", "'instalments':[{'dueDate':'2026-02-01','amount':"
                                + Book.eur("0.50") + "}],'total'"));
        var invoice = Book.id("INV");
        assertThat(commit(dueTooEarly, turns.invoice(invoice, number, "1.00"),
                turns.payment(payment, "1.00", invoice, "1.00")))
                .containsExactly("INSTALMENTS_DO_NOT_ADD_UP", "201", "201");
    }

    @Test
    void aStreamBeginsOnceInAGroup() {
        var invoice = book.invoice("10.00");
        var payment = Book.id("P");
        assertThat(commit(turns.payment(payment, "1.00", invoice, "1.00"),
                turns.payment(payment, "1.00", invoice, "1.00")))
                .containsExactly("201", "PAYMENT_ALREADY_EXISTS");
        assertThat(events("invoice/" + invoice)).isEqualTo(2);
    }

    @Test
    void aStreamThatIsStoredDoesNotBeginAgain() {
        var invoice = book.invoice("10.00");
        var payment = book.payment("10.00");
        assertThat(commit(turns.invoice(Book.id("INV"), Book.id("NO"), "1.00"),
                turns.payment(payment, "1.00", invoice, "1.00")))
                .containsExactly("201", "PAYMENT_ALREADY_EXISTS");
    }

    @Test
    void ofTwinsTheFirstIsDecidedAndTheOtherGetsItsAnswer() {
        var key = Book.id("key");
        var body = turns.invoiceBody(Book.id("INV"), Book.id("NO"), "1.00");
        var first = turns.turn(key, "IssueInvoice", List.of(), body);
        var twin = turns.turn(key, "IssueInvoice", List.of(), body);
        assertThat(commit(first, twin)).containsExactly("201", "later");
        var outcome = commit.commit(List.of(twin), false).getFirst();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Answered.class,
                answered -> assertThat(answered.answer().replayed()).isTrue());
    }

    @Test
    void anAccountAndItsTermsAreThereForTheCommandsAfterIt() {
        var account = Book.id("C");
        var open = turns.turn(Book.id("key"), "OpenCustomerAccount", List.of(), """
                {'accountId':'%s','customerId':'%s','name':'Customer','legalEntity':'%s','currency':'EUR',
                 'terms':{'netDays':10},'effectiveDate':'2025-01-01'}""".formatted(account, account, book.entity));
        var changed = turns.turn(Book.id("key"), "ChangeTerms", List.of(account),
                "{'terms':{'netDays':20},'effectiveDate':'2026-01-01'}");
        var invoice = Book.id("INV");
        var issued = turns.turn(Book.id("key"), "IssueInvoice", List.of(),
                turns.invoiceBody(invoice, invoice, "1.00").replace(book.account, account));
        var group = commit.commit(List.of(open, changed, issued), false);
        assertThat(group).map(GroupCommitTest::shown).containsExactly("201", "200", "201");
        assertThat(group.get(2)).isInstanceOfSatisfying(Outcome.Answered.class,
                answered -> assertThat(new JsonMapper().readTree(answered.answer().body())
                        .at("/instalments/0/dueDate")
                        .asString()).isEqualTo("2026-01-21"));
    }

    @Test
    void positionsFollowTheOrderOfTheCommands() {
        var ids = List.of(Book.id("INV"), Book.id("INV"), Book.id("INV"));
        commit(ids.stream().map(id -> turns.invoice(id, id, "1.00")).toArray(Turn[]::new));
        assertThat(jdbc.sql("select aggregate_identifier from eventstore.event order by global_index desc limit 3")
                .query(String.class)
                .list()
                .reversed()).isEqualTo(ids.stream().map(id -> "invoice/" + id).toList());
    }

    /** The answer is stored by the statement that also commits: where it fails, nothing was committed before it. */
    @Test
    void withoutItsAnswerNothingIsThere() throws Exception {
        var invoice = Book.id("INV");
        var turn = turns.invoice(invoice, invoice, "1.00");
        try (var twin = CommandServer.context().getBean(DataSource.class).getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            twin.setAutoCommit(false);
            store(twin, turn.key());
            var committed = threads.submit(() -> commit.commit(List.of(turn), false));
            await().until(() -> CommandServer.isLockedOut("insert into command.idempotency"));
            twin.commit();
            assertThatThrownBy(committed::get).hasCauseInstanceOf(DuplicateKeyException.class);
        }
        assertThat(events("invoice/" + invoice)).isZero();
        var number = invoice;
        assertThat(commit(turns.invoice(Book.id("INV"), number, "1.00"))).containsExactly("201");
    }

    private static void store(Connection connection, IdempotencyKey key) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into command.idempotency (subject, key, fingerprint, status, version, body)
                values (?, ?, ?, 201, 1, '{}')""")) {
            insert.setString(1, key.name().subject());
            insert.setString(2, key.name().key());
            insert.setBytes(3, key.fingerprint());
            insert.execute();
        }
    }

    private List<String> commit(Turn... group) {
        var byTurn = commit.commit(List.of(group), false)
                .stream()
                .collect(Collectors.toMap(Outcome::turn, Function.identity()));
        return List.of(group).stream().map(turn -> shown(requireNonNull(byTurn.get(turn)))).toList();
    }

    private static String shown(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> String.valueOf(answered.answer().status());
            case Outcome.Refused refused -> ((Refusal) refused.refusal()).code().name();
            case Outcome.Later _ -> "later";
        };
    }

    private int events(String stream) {
        return jdbc.sql("select count(*) from eventstore.event where aggregate_identifier = ?")
                .param(stream)
                .query(Integer.class)
                .single();
    }
}
