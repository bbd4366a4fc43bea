package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * When an invoice falls due, told in calls: by the terms of its account, by its own, in instalments, within the legal
 * maximum, and on other days once that was agreed. {@code ~} and single quotes are read as in {@link StoryIT}.
 */
@SuppressWarnings("NullAway.Init")
class TermsStoryIT {

    private static int books;
    private Book book;
    private Api clerk;

    @BeforeEach
    void openAnAccount() {
        clerk = Standalone.shared().asSubject("clerk", "controller", "integration");
        book = Book.open(clerk, "TERMS" + ++books);
        book.account("C1");
    }

    /** The account's 30 days, unless the invoice says otherwise. Each reading of "45 days end of month" has its name. */
    @Test
    void theSameDayFallsDueDifferentlyUnderEachReading() {
        assertThat(due("I1", "2024-01-15", "{}")).isEqualTo("2024-02-14");
        assertThat(due("I2", "2024-01-15", "{'terms':{'netDays':45,'endOfMonth':'NET_THEN_END'}}"))
                .isEqualTo("2024-02-29");
        assertThat(due("I3", "2024-01-15", "{'terms':{'netDays':45,'endOfMonth':'END_THEN_NET'}}"))
                .isEqualTo("2024-03-16");
        assertThat(due("I4", "2024-01-15", "{'terms':{'netDays':30,'dayOfMonth':10}}")).isEqualTo("2024-03-10");
    }

    /** Days may run from the day of supply, and roll over weekends and over the holidays of the credit policy. */
    @Test
    void daysRunFromTheSupplyAndRollToABusinessDay() {
        policy("2024-01-01", "'terms':{'holidays':['2024-04-01','2024-05-01']}");
        var fromSupply = "{'supplyDate':'2024-02-28','terms':{'netDays':30,'from':'SUPPLY'%s}}";
        // 29 March is Good Friday, which this company works; 30 March is a Saturday, 1 April the holiday.
        assertThat(due("I1", "2024-03-05", fromSupply.formatted(""))).isEqualTo("2024-03-29");
        assertThat(due("I2", "2024-03-05",
                "{'supplyDate':'2024-02-29','terms':{'netDays':30,'from':'SUPPLY','roll':'FOLLOWING'}}"))
                .isEqualTo("2024-04-02");
        issue("I3", "2024-03-05", "{'terms':{'netDays':30,'from':'SUPPLY'}}").refused(422, "SUPPLY_DATE_REQUIRED");
    }

    /** Percentages split a total by the largest remainder; where amounts are used, the last instalment takes the rest. */
    @Test
    void anInvoiceFallsDueInInstalmentsThatAddUp() {
        var thirds = issue("I1", "2024-01-15", """
                {'terms':{'instalments':[{'percent':'33.33','netDays':0},{'percent':'33.33','netDays':30},
                                         {'percent':'33.34','netDays':60}]}}""").created();
        assertThat(instalments(thirds)).isEqualTo("2024-01-15 33.33, 2024-02-14 33.33, 2024-03-15 33.34, ");
        var deposit = issue("I2", "2024-01-15", """
                {'terms':{'netDays':60,'endOfMonth':'NET_THEN_END','instalments':[
                   {'amount':{'amount':'40.00','currency':'EUR'},'netDays':0,'endOfMonth':'NONE'},{}]}}""").created();
        assertThat(instalments(deposit)).isEqualTo("2024-01-15 40.00, 2024-03-31 60.00, ");
        issue("I3", "2024-01-15", """
                {'terms':{'netDays':60,'instalments':[{'amount':{'amount':'100.00','currency':'EUR'}},{}]}}""")
                .refused(422, "INSTALMENTS_DO_NOT_ADD_UP");
    }

    /** Terms with a name live in the credit policy: accounts refer to them, and the version valid at the date decides. */
    @Test
    void anAccountFollowsATemplate() {
        policy("2024-01-01", "'terms':{'templates':[{'name':'STANDARD','terms':{'netDays':45}}]}");
        policy("2024-03-01", "'terms':{'templates':[{'name':'STANDARD','terms':{'netDays':30}}]}");
        clerk.put(path("/v1/customer-accounts/~C1/terms"),
                json("{'terms':{'template':'NO-SUCH'},'effectiveDate':'2024-01-01'}"))
                .refused(422, "TERMS_TEMPLATE_UNKNOWN");
        book.seen(clerk.put(path("/v1/customer-accounts/~C1/terms"),
                json("{'terms':{'template':'STANDARD'},'effectiveDate':'2024-01-01'}")));
        var account = book.get(path("/v1/customer-accounts/~C1")).ok();
        assertThat(account.text("/terms/template")).isEqualTo("STANDARD");
        assertThat(due("I1", "2024-02-29", "{}")).isEqualTo("2024-04-14");
        assertThat(due("I2", "2024-03-01", "{}")).isEqualTo("2024-03-31");
        assertThat(book.invoice("I1").text("/terms/netDays")).isEqualTo("45");
    }

    /** The law's limit is the policy's to state, with its source; an invoice beyond it is reported. */
    @Test
    void whatGoesBeyondTheLegalMaximumIsReported() {
        policy("2024-01-01", MAXIMUM.formatted("REPORT"));
        var beyond = issue("I1", "2024-01-15", "{'dueDate':'2024-03-31'}").created();
        assertThat(beyond.text("/legalMaximum/exceeded")).isEqualTo("true");
        assertThat(beyond.text("/legalMaximum/latestDueDate")).isEqualTo("2024-03-15");
        assertThat(beyond.text("/legalMaximum/daysOver")).isEqualTo("16");
        // The same day is lawful where "45 days end of month" was agreed: 19 January and 45 days is 4 March.
        var lawful = issue("I2", "2024-01-19", "{'terms':{'netDays':45,'endOfMonth':'NET_THEN_END'}}").created();
        assertThat(lawful.text("/instalments/0/dueDate")).isEqualTo("2024-03-31");
        assertThat(lawful.text("/legalMaximum/exceeded")).isEqualTo("false");
        book.shows(path("/v1/invoices/~I1"), beyond);
        var list = book.get("/v1/invoices?overLegalMaximum=true&legalEntity=" + book.entity()).ok();
        assertThat(list.json().path("items")).hasSize(1);
        assertThat(list.text("/items/0/invoiceId")).isEqualTo(book.id("I1"));
    }

    /** Or refused, with the days and the latest legal date. */
    @Test
    void whatGoesBeyondTheLegalMaximumIsRefusedWhereThePolicySaysSo() {
        policy("2024-01-01", MAXIMUM.formatted("REFUSE"));
        var refused = issue("I1", "2024-01-15", "{'dueDate':'2024-03-31'}").refused(422, "LEGAL_MAXIMUM_EXCEEDED");
        assertThat(refused.text("/detail")).contains("16 days", "2024-03-15", "L441-10");
        issue("I1", "2024-01-15", "{'dueDate':'2024-03-15'}").created();
    }

    /** What is settled keeps its number; what is open moves on, and the past stays as it was. */
    @Test
    void whatIsOpenIsRescheduled() {
        book.invoiceInParts("I1", "C1", "2024-01-10", "100.00",
                List.of(List.of("2024-02-10", "60.00"), List.of("2024-03-10", "40.00")));
        book.payment("P1", "C1", "2024-02-01", "25.00", Map.of("I1", "25.00"));
        long before = book.position();
        clerk.post(path("/v1/invoices/~I1/reschedule"), json(RESCHEDULE.formatted("100.00")))
                .refused(422, "INSTALMENTS_DO_NOT_ADD_UP");
        var moved = book.seen(clerk.post(path("/v1/invoices/~I1/reschedule"), json(RESCHEDULE.formatted("50.00"))));
        assertThat(instalments(moved))
                .isEqualTo("2024-02-10 60.00, 2024-03-10 40.00, 2024-06-30 50.00, 2024-07-31 25.00, ");
        assertThat(moved.text("/instalments/0/amountRescheduled/amount")).isEqualTo("35.00");
        assertThat(moved.text("/instalments/1/amountDue/amount")).isEqualTo("0.00");
        book.shows(path("/v1/invoices/~I1"), moved);
        assertThat(book.line("C1", "2024-03-14")).isEqualTo("0.00 | 40.00 35.00 0.00 0.00 | 0.00 = 75.00");
        assertThat(book.line("C1", "2024-03-15")).isEqualTo("75.00 | 0.00 0.00 0.00 0.00 | 0.00 = 75.00");
        assertThat(book.line("C1", "2024-07-31")).isEqualTo("25.00 | 0.00 50.00 0.00 0.00 | 0.00 = 75.00");
        assertThat(book.line("C1", "2024-07-31", "asKnown=" + before))
                .isEqualTo("0.00 | 0.00 0.00 0.00 75.00 | 0.00 = 75.00");
        book.payment("P2", "C1", "2024-07-01", "75.00", Map.of("I1", "75.00"));
        assertThat(book.invoice("I1").text("/status")).isEqualTo("PAID");
        clerk.post(path("/v1/invoices/~I1/reschedule"), json(RESCHEDULE.formatted("50.00")))
                .refused(409, "NOTHING_TO_RESCHEDULE");
    }

    /** A write-off that waits is for what was open: it finds less open once that has moved. */
    @Test
    void aPendingWriteOffOfWhatMovedIsNotApproved() {
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "75.00");
        var asked = book.seen(clerk.post(path("/v1/invoices/~I1/write-offs"),
                json("{'reason':'old','effectiveDate':'2024-03-01'}")));
        book.seen(clerk.post(path("/v1/invoices/~I1/reschedule"), json(RESCHEDULE.formatted("50.00"))));
        Standalone.shared()
                .asSubject("boss", "controller")
                .post("/v1/write-offs/" + asked.text("/writeOffId") + "/approval", "{}")
                .refused(409, "LESS_IS_OPEN");
    }

    private static final String MAXIMUM = """
            'terms':{'legalMaximum':{'mode':'%s','source':'Code de commerce, article L441-10 I','limits':[
              {'netDays':60},{'netDays':45,'endOfMonth':'NET_THEN_END'},{'netDays':45,'endOfMonth':'END_THEN_NET'}]}}""";

    private static final String RESCHEDULE = """
            {'instalments':[{'dueDate':'2024-06-30','amount':{'amount':'%s','currency':'EUR'}},
                            {'dueDate':'2024-07-31','amount':{'amount':'25.00','currency':'EUR'}}],
             'reason':'agreed on the phone','effectiveDate':'2024-03-15'}""";

    private void policy(String validFrom, String rules) {
        book.seen(clerk.put("/v1/credit-policies/" + book.entity(),
                json("{'validFrom':'%s',%s}".formatted(validFrom, rules))));
    }

    private String due(String invoice, String issued, String more) {
        return issue(invoice, issued, more).created().text("/instalments/0/dueDate");
    }

    private Answer issue(String invoice, String issued, String more) {
        var body = """
                {'invoiceId':'~%s','invoiceNumber':'~%s','accountId':'~C1','issueDate':'%s',
                 'total':{'amount':'100.00','currency':'EUR'}%s""".formatted(invoice, invoice, issued,
                more.equals("{}") ? "}" : "," + more.substring(1));
        var answer = clerk.post("/v1/invoices", json(body));
        return answer.status() == 201 ? book.seen(answer) : answer;
    }

    private static String instalments(Answer invoice) {
        var text = new StringBuilder();
        invoice.json()
                .path("instalments")
                .forEach(it -> text.append(it.path("dueDate").asString())
                        .append(' ')
                        .append(it.at("/amount/amount").asString())
                        .append(", "));
        return text.toString();
    }

    private String path(String path) {
        return path.replace("~", book.id(""));
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
