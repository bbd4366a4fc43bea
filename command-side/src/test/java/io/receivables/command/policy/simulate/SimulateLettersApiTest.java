package io.receivables.command.policy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Api.Answer;
import io.receivables.command.testing.Book;
import io.receivables.command.testing.CommandServer;
import io.receivables.platform.identity.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Letters that were sent, decided again by other policies: of two accounts, one is reminded at 5 days past due and, with a fee, at
 * 20, the other once.
 */
class SimulateLettersApiTest {

    private static final String FEE = "'fee':" + Book.eur("7.50");
    private static final String LEVELS = "'levels':[{'level':1,'daysPastDue':5},{'level':2,'daysPastDue':20,%s}]"
            .formatted(FEE);

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);
    private String other;
    private String invoice;

    @BeforeEach
    void threeLettersWereSent() {
        policy(LEVELS);
        other = Book.openAccount(book.entity, Book.id("C"), "EUR");
        invoice = invoice(book.account, "100.00", "2026-01-31");
        invoice(other, "30.00", "2026-02-15");
        run("2026-02-05", 1);
        run("2026-02-20", 2);
    }

    @Test
    void withoutLevelsEveryLetterWouldHaveBeenRefused() {
        var answer = simulate("'policy':{'validFrom':'2026-01-01'}", "");
        assertThat(outcomes(answer)).containsExactly("DROPPED", "DROPPED", "DROPPED");
        assertThat(difference(answer, 0, "refusal").at("/simulated").asString()).startsWith("DUNNING_RULE_MISSING");
        assertThat(sum(answer, "dropped")).isEqualTo("3 letters: 230.00 and fees of 7.50");
        assertThat(sum(answer, "simulated")).isEqualTo("0 letters: 0.00 and fees of 0.00");
    }

    @Test
    void theVersionThatDecidedDecidesTheSame() {
        var answer = simulate("'policyVersion':1", "");
        assertThat(outcomes(answer)).isEmpty();
        assertThat(sum(answer, "unchanged")).isEqualTo("3 letters: 230.00 and fees of 7.50");
        assertThat(answer.at("/dunning/runs")).isEqualTo("2");
        assertThat(answer.at("/dunning/notDunned")).isEqualTo("0");
    }

    @Test
    void anotherVersionChangesLettersAndDropsOthers() {
        policy("'levels':[{'level':1,'daysPastDue':5,'fee':%s},{'level':2,'daysPastDue':21}]"
                .formatted(Book.eur("5.00")));
        debtorClass(other, "CONSUMER");
        var answer = simulate("'policyVersion':2", "");

        assertThat(answer.at("/simulation")).isEqualTo("true");
        assertThat(outcomes(answer)).containsExactlyInAnyOrder("CHANGED", "CHANGED", "DROPPED");
        assertThat(answer.at("/items/0/decision")).isEqualTo("DUNNING_LETTER");
        assertThat(answer.at("/items/0/accountId")).isEqualTo(book.account);
        assertThat(answer.at("/items/0/effectiveDate")).isEqualTo("2026-02-05");
        assertThat(answer.at("/items/0/recordedVersion") + answer.at("/items/0/simulatedVersion")).isEqualTo("12");
        var letter = difference(answer, 0, "letter");
        assertThat(inShort(letter.at("/recorded"))).isEqualTo("level 1: 100.00, fee 0.00");
        assertThat(inShort(letter.at("/simulated"))).isEqualTo("level 1: 100.00, fee 5.00");
        var dropped = letters(answer).stream()
                .filter(it -> it.at("/outcome").asString().equals("DROPPED"))
                .findFirst()
                .orElseThrow();
        assertThat(dropped.at("/accountId").asString()).isEqualTo(book.account);
        assertThat(dropped.at("/effectiveDate").asString()).isEqualTo("2026-02-20");
        assertThat(dropped.at("/differences/0/field").asString()).isEqualTo("letter");
        assertThat(inShort(dropped.at("/differences/0/recorded"))).isEqualTo("level 2: 100.00, fee 7.50");
        assertThat(dropped.at("/differences/0").has("simulated")).isFalse();
        var reason = dropped.at("/differences/1/simulated/0");
        assertThat(reason.at("/invoiceId").asString()).isEqualTo(invoice);
        assertThat(reason.at("/reason").asString()).isEqualTo("NOT_YET");
        assertThat(reason.at("/detail").asString()).contains("21 days", "at 20");

        assertThat(sum(answer, "recorded")).isEqualTo("3 letters: 230.00 and fees of 7.50");
        assertThat(sum(answer, "simulated")).as("the class of the debtor is that of the time")
                .isEqualTo("2 letters: 130.00 and fees of 10.00");
        assertThat(sum(answer, "changedFrom")).isEqualTo("2 letters: 130.00 and fees of 0.00");
        assertThat(sum(answer, "dropped")).isEqualTo("1 letters: 100.00 and fees of 7.50");
        addUp(answer);
    }

    @Test
    void theDebtorsClassOfTheTimeSaysWhoPaysTheFee() {
        debtorClass(book.account, "CONSUMER");
        run("2026-02-21", 0);
        invoice(book.account, "10.00", "2026-02-17");
        run("2026-02-22", 1);
        policy("'levels':[{'level':1,'daysPastDue':5,'fee':%s},{'level':2,'daysPastDue':20,%s}]"
                .formatted(Book.eur("5.00"), FEE));
        var answer = simulate("'policyVersion':2", "");
        assertThat(sum(answer, "unchanged")).isEqualTo("2 letters: 210.00 and fees of 7.50");
        assertThat(sum(answer, "changedTo")).isEqualTo("2 letters: 130.00 and fees of 10.00");
    }

    @Test
    void whatTheFactsDoNotTellIsNotGuessed() {
        var graced = Book.open();
        put(graced, "'graceDays':4," + LEVELS);
        var account = graced.account;
        invoice(account, "100.00", "2026-01-31");
        run(graced, "2026-02-05", 1);
        put(graced, LEVELS);
        var answer = simulate(graced, "'policyVersion':2", "");
        assertThat(outcomes(answer)).containsExactly("UNDECIDED");
        assertThat(difference(answer, 0, "undecided").at("/simulated").asString()).contains("1 to 4 days past due");
        assertThat(sum(answer, "undecided")).isEqualTo("1 letters: 100.00 and fees of 0.00");
        assertThat(sum(answer, "simulated")).isEqualTo("0 letters: 0.00 and fees of 0.00");
    }

    /** What was reminded before the span, or before the cursor, is known all the same. */
    @Test
    void pagesAddUpAndBeginInTheMiddle() {
        policy("'levels':[{'level':1,'daysPastDue':5,'fee':%s},{'level':2,'daysPastDue':20}]"
                .formatted(Book.eur("5.00")));
        var seen = new ArrayList<String>();
        var changed = new ArrayList<String>();
        var after = "";
        do {
            var page = simulate("'policyVersion':2", ",'limit':1" + after);
            seen.addAll(outcomes(page));
            letters(page).forEach(it -> changed.add(inShort(it.at("/differences/0/simulated"))));
            after = page.body().has("nextCursor") ? ",'after':'" + page.at("/nextCursor") + "'" : "";
        } while (!after.isEmpty());
        assertThat(seen).containsExactly("CHANGED", "CHANGED", "CHANGED");
        assertThat(changed).containsExactlyInAnyOrder("level 1: 100.00, fee 5.00", "level 2: 100.00, fee 0.00",
                "level 1: 30.00, fee 5.00");

        var later = api.post(path(book), "{'policyVersion':2,'from':'2026-02-06','to':'2026-12-31'}").expect(200);
        assertThat(outcomes(later)).hasSize(2);
        assertThat(sum(later, "changedTo")).isEqualTo("2 letters: 130.00 and fees of 5.00");
        assertThat(later.at("/dunning/runs")).isEqualTo("1");
    }

    @Test
    void nothingIsSentOrStored() {
        policy("'levels':[{'level':1,'daysPastDue':6}]");
        var before = rows();
        assertThat(outcomes(simulate("'policyVersion':2", ""))).hasSize(3);
        assertThat(rows()).isEqualTo(before);
    }

    private static List<Long> rows() {
        var jdbc = CommandServer.context().getBean(JdbcClient.class);
        return Stream.of("eventstore.event", "command.letter_outbox", "command.reminded_item", "party.dunning_letter")
                .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
                .toList();
    }

    private static List<JsonNode> letters(Answer answer) {
        return answer.body()
                .at("/items")
                .valueStream()
                .filter(it -> it.at("/decision").asString().equals("DUNNING_LETTER"))
                .toList();
    }

    private static List<String> outcomes(Answer answer) {
        return letters(answer).stream().map(it -> it.at("/outcome").asString()).toList();
    }

    private static JsonNode difference(Answer answer, int letter, String field) {
        return letters(answer).get(letter)
                .at("/differences")
                .valueStream()
                .filter(it -> it.at("/field").asString().equals(field))
                .findFirst()
                .orElseThrow(() -> new AssertionError(field + " does not differ: " + answer.body()));
    }

    private static String inShort(JsonNode letter) {
        return "level " + letter.at("/level").asString() + ": " + letter.at("/amountDue/amount").asString() + ", fee "
                + letter.at("/fee/amount").asString();
    }

    private static String sum(Answer answer, String which) {
        var sum = answer.body().at("/dunning/totals/0/" + which);
        return sum.at("/letters").asString() + " letters: " + sum.at("/amountDue/amount").asString()
                + " and fees of " + sum.at("/fees/amount").asString();
    }

    private static void addUp(Answer answer) {
        for (var figure : List.of("/letters", "/amountDue/amount", "/fees/amount")) {
            assertThat(total(answer, figure, "unchanged", "changedFrom", "dropped", "undecided"))
                    .isEqualByComparingTo(total(answer, figure, "recorded"));
            assertThat(total(answer, figure, "unchanged", "changedTo"))
                    .isEqualByComparingTo(total(answer, figure, "simulated"));
        }
    }

    private static BigDecimal total(Answer answer, String figure, String... sums) {
        return Stream.of(sums)
                .map(sum -> new BigDecimal(answer.at("/dunning/totals/0/" + sum + figure)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void run(String asAt, int letters) {
        run(book, asAt, letters);
    }

    private void run(Book of, String asAt, int letters) {
        var run = api.post("/v1/dunning-runs", "{'legalEntity':'%s','asAt':'%s'}".formatted(of.entity, asAt))
                .expect(201);
        assertThat(run.body().at("/letters")).hasSize(letters);
    }

    private void policy(String dunning) {
        put(book, dunning);
    }

    private void put(Book of, String dunning) {
        var set = api.put("/v1/credit-policies/" + of.entity,
                "{'validFrom':'2026-01-01','dunning':{%s}}".formatted(dunning));
        assertThat(set.status()).as(() -> set.body().toString()).isBetween(200, 201);
    }

    private void debtorClass(String account, String debtorClass) {
        api.put("/v1/customer-accounts/" + account + "/debtor-class",
                "{'debtorClass':'%s','reason':'by its articles','effectiveDate':'2026-01-01'}".formatted(debtorClass))
                .expect(200);
    }

    private String invoice(String account, String total, String due) {
        var id = Book.id("INV");
        api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'2026-01-01','dueDate':'%s',
                 'total':%s}""".formatted(id, id, account, due, Book.eur(total))).expect(201);
        return id;
    }

    private Answer simulate(String policy, String more) {
        return simulate(book, policy, more);
    }

    private Answer simulate(Book of, String policy, String more) {
        return api.post(path(of), "{%s,'from':'2026-01-01','to':'2026-12-31'%s}".formatted(policy, more)).expect(200);
    }

    private static String path(Book of) {
        return "/v1/credit-policies/" + of.entity + "/simulations";
    }
}
