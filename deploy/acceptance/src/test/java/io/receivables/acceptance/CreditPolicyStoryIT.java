package io.receivables.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The credit policy, told in calls: dated versions of the rules of a legal entity, by which every decision is judged at its
 * date, and which can be tried on what was decided. {@code ~} and single quotes are read as in {@link StoryIT}.
 */
@SuppressWarnings("NullAway.Init")
class CreditPolicyStoryIT {

    private static int books;
    private Book book;
    private Api boss;

    @BeforeEach
    void openAnAccount() {
        boss = Standalone.shared().asSubject("boss", "controller", "integration");
        book = Book.open(boss, "POLICY" + ++books);
        book.account("C1");
    }

    /** One call sets a version with everything it rules; what could not be applied is refused with a pointer. */
    @Test
    void aVersionCarriesAllItsRules() {
        var set = set(
                """
                        {'validFrom':'2024-01-01',
                         'approvals':{'writeOffLimit':{'amount':'50.00','currency':'EUR'},'refundLimit':{'amount':'20.00','currency':'EUR'}},
                         'terms':{'holidays':['2024-05-01'],'templates':[{'name':'STANDARD','terms':{'netDays':30}}],
                                  'legalMaximum':{'limits':[{'netDays':60}],'source':'Code de commerce, article L441-10 I'}},
                         'dunning':{'levels':[{'level':1,'daysPastDue':5},
                                              {'level':2,'daysPastDue':20,'minDaysSincePrevious':10,'fee':{'amount':'15.00','currency':'EUR'}}]},
                         'tolerance':{'amount':'0.05','currency':'EUR'},'allocationOrder':['INSTRUCTION','OLDEST_FIRST'],
                         'edges':[15,45]}""");
        assertThat(set.status()).isEqualTo(201);
        assertThat(set.text("/policyVersion")).isEqualTo("1");
        assertThat(set.text("/dunning/levels/1/fee/amount")).isEqualTo("15.00");
        var list = policies("");
        assertThat(list.text("/items/0/terms/templates/0/name")).isEqualTo("STANDARD");
        assertThat(list.text("/items/0/tolerance/amount")).isEqualTo("0.05");
        assertThat(list.text("/items/0/inForce")).isEqualTo("true");

        refused("{'validFrom':'2024-01-01','edges':[45,15]}", "EDGES_INVALID", "/edges/1");
        refused("{'validFrom':'2024-01-01','tolerance':{'amount':'0.05','currency':'USD'}}", "CURRENCY_MISMATCH",
                "/tolerance");
        refused("{'validFrom':'2024-01-01','dunning':{'levels':[{'level':2,'daysPastDue':5},{'level':1,'daysPastDue':9}]}}",
                "VALUE_INVALID", "/dunning/levels/1/level");
        refused("{'validFrom':'2024-01-01','terms':{'templates':[{'name':'A','terms':{'netDays':30,'instalments':[{'percent':'99'}]}}]}}",
                "INSTALMENT_SHARES_INVALID", "/terms/templates/0/terms/instalments");
    }

    /** A version that is set late with an early date judges what is decided from then on, and nothing that was decided. */
    @Test
    void aDecisionIsJudgedByTheVersionValidAtItsDate() {
        set(approvals("2024-03-01", "100.00"));
        book.invoice("I1", "C1", "2024-01-10", "2024-02-09", "500.00");
        assertThat(writeOff("2024-02-20", "60.00")).isEqualTo("PENDING");
        assertThat(writeOff("2024-03-01", "60.00")).isEqualTo("APPROVED");
        long known = book.position();

        set(approvals("2024-02-01", "70.00"));
        assertThat(writeOff("2024-02-20", "60.00")).isEqualTo("APPROVED");
        assertThat(writeOff("2024-02-20", "70.01")).isEqualTo("PENDING");
        assertThat(writeOff("2024-03-01", "80.00")).isEqualTo("APPROVED");

        var now = policies("&asAt=2024-02-20");
        assertThat(now.json().path("items")).hasSize(2);
        assertThat(now.text("/items/0/inForce") + now.text("/items/1/inForce")).isEqualTo("falsetrue");
        var then = policies("&asAt=2024-02-20&asKnown=" + known);
        assertThat(then.json().path("items")).hasSize(1);
        assertThat(then.text("/items/0/inForce")).isEqualTo("false");
    }

    /** The aged balance has the policy's buckets where a question names none, and says so. */
    @Test
    void theBucketsOfTheAgedBalanceAreThePolicys() {
        set("{'validFrom':'2024-02-01','edges':[15,45]}");
        book.invoice("I1", "C1", "2024-01-10", "2024-01-31", "100.00");
        assertThat(book.line("C1", "2024-01-31")).isEqualTo("100.00 | 0.00 0.00 0.00 0.00 | 0.00 = 100.00");
        assertThat(book.line("C1", "2024-02-20")).isEqualTo("0.00 | 0.00 100.00 0.00 | 0.00 = 100.00");
        var answer = book.aged("2024-02-20");
        assertThat(answer.texts("/edges")).containsExactly("15", "45");
        assertThat(answer.text("/edgesPolicyVersion")).isEqualTo("1");
        assertThat(book.aged("2024-02-20", "edges=7").text("/edgesPolicyVersion")).isEmpty();
    }

    /** What another policy would have decided: differences, marked as a simulation, and nothing is stored. */
    @Test
    void anotherPolicyIsTriedOnWhatWasDecided() {
        set("""
                {'validFrom':'2024-01-01','terms':{'templates':[{'name':'STANDARD','terms':{'netDays':30}}]},
                 'approvals':{'writeOffLimit':{'amount':'100.00','currency':'EUR'},'refundLimit':{'amount':'0.00','currency':'EUR'}}}""");
        set("""
                {'validFrom':'2024-06-01','terms':{'templates':[{'name':'STANDARD','terms':{'netDays':60}}]},
                 'approvals':{'writeOffLimit':{'amount':'10.00','currency':'EUR'},'refundLimit':{'amount':'0.00','currency':'EUR'}}}""");
        book.seen(book.issue("I1", "C1", "2024-02-01", "500.00", Map.of("terms",
                Map.of("template", "STANDARD"))));
        writeOff("2024-03-01", "60.00");
        var events = book.get("/v1/audit/events?legalEntity=" + book.entity()).ok().body().lines().count();

        var simulated = simulate("{'policyVersion':2,'from':'2024-01-01','to':'2024-12-31'}");
        assertThat(simulated.text("/simulation")).isEqualTo("true");
        assertThat(simulated.text("/examined")).isEqualTo("2");
        assertThat(simulated.text("/items/0/id")).isEqualTo(book.id("I1"));
        assertThat(simulated.text("/items/0/differences/0/field")).isEqualTo("instalments");
        assertThat(simulated.text("/items/0/differences/0/recorded/0/dueDate")).isEqualTo("2024-03-02");
        assertThat(simulated.text("/items/0/differences/0/simulated/0/dueDate")).isEqualTo("2024-04-01");
        assertThat(simulated.text("/items/1/decision")).isEqualTo("WRITE_OFF");
        assertThat(simulated.text("/items/1/differences/0/field")).isEqualTo("approvalNeeded");
        assertThat(simulated.text("/items/1/recordedVersion") + simulated.text("/items/1/simulatedVersion"))
                .isEqualTo("12");

        var tried = simulate(
                """
                        {'from':'2024-01-01','to':'2024-12-31','policy':{'validFrom':'2024-01-01','terms':{
                          'templates':[{'name':'STANDARD','terms':{'netDays':90}}],
                          'legalMaximum':{'limits':[{'netDays':60}],'mode':'REFUSE','source':'Code de commerce, article L441-10 I'}},
                         'approvals':{'writeOffLimit':{'amount':'60.00','currency':'EUR'},'refundLimit':{'amount':'0.00','currency':'EUR'}}}}""");
        assertThat(tried.json().path("items")).hasSize(1);
        assertThat(tried.text("/items/0/differences/0/simulated")).contains("LEGAL_MAXIMUM_EXCEEDED", "30 days");

        assertThat(book.get("/v1/audit/events?legalEntity=" + book.entity()).ok().body().lines().count())
                .isEqualTo(events);
        assertThat(policies("").json().path("items")).hasSize(2);
    }

    private Answer simulate(String body) {
        return boss.call("POST", "/v1/credit-policies/" + book.entity() + "/simulations").json(json(body)).send().ok();
    }

    private Answer set(String body) {
        return book.seen(boss.put("/v1/credit-policies/" + book.entity(), json(body)));
    }

    private void refused(String body, String code, String pointer) {
        var refused = boss.put("/v1/credit-policies/" + book.entity(), json(body)).refused(422, code);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    private Answer policies(String more) {
        return book.get("/v1/credit-policies?legalEntity=" + book.entity() + more).ok();
    }

    private static String approvals(String validFrom, String writeOffLimit) {
        return """
                {'validFrom':'%s','approvals':{'writeOffLimit':{'amount':'%s','currency':'EUR'},
                 'refundLimit':{'amount':'0.00','currency':'EUR'}}}""".formatted(validFrom, writeOffLimit);
    }

    private String writeOff(String date, String amount) {
        return book.seen(boss.post("/v1/invoices/" + book.id("I1") + "/write-offs", json("""
                {'amount':{'amount':'%s','currency':'EUR'},'reason':'small','effectiveDate':'%s'}""".formatted(amount,
                date)))).text("/status");
    }

    private String json(String body) {
        return body.replace('\'', '"').replace("~", book.id(""));
    }
}
