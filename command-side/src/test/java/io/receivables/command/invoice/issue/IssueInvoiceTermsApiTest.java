package io.receivables.command.invoice.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Api.Answer;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms of the invoice, of its account, and of the credit policy. */
class IssueInvoiceTermsApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{} | 400 | REQUIRED | /terms/netDays",
            "{'netDays':-1} | 422 | VALUE_INVALID | /terms/netDays",
            "{'netDays':3651} | 422 | VALUE_INVALID | /terms/netDays",
            "{'netDays':30,'dayOfMonth':32} | 422 | VALUE_INVALID | /terms/dayOfMonth",
            "{'netDays':30,'roll':'BACK'} | 422 | VALUE_INVALID | /terms/roll",
            "{'netDays':30,'from':'ORDER'} | 422 | VALUE_INVALID | /terms/from",
            "{'netDays':30,'instalments':[]} | 422 | VALUE_INVALID | /terms/instalments",
            "{'netDays':30,'instalments':[{'percent':'50'},{'percent':'49.99'}]} | 422 | INSTALMENT_SHARES_INVALID | /terms/instalments",
            "{'netDays':30,'instalments':[{'percent':'100'},{}]} | 422 | INSTALMENT_SHARES_INVALID | /terms/instalments/1",
            "{'netDays':30,'instalments':[{'amount':{'amount':'0','currency':'EUR'}},{}]} | 422 | AMOUNT_NOT_POSITIVE | /terms/instalments/0/amount",
            "{'netDays':30,'instalments':[{'amount':{'amount':'1','currency':'USD'}},{}]} | 422 | CURRENCY_MISMATCH | /terms/instalments/0/amount",
            "{'netDays':30,'instalments':[{'amount':{'amount':'100','currency':'EUR'}},{}]} | 422 | INSTALMENTS_DO_NOT_ADD_UP | /terms/instalments",
            "{'netDays':30,'instalments':[{'percent':'100','netDays':4000}]} | 422 | VALUE_INVALID | /terms/instalments/0/netDays",
            "{'instalments':[{'percent':'50','netDays':4},{'percent':'50'}]} | 400 | REQUIRED | /terms/netDays",
            "{'netDays':30,'from':'SUPPLY'} | 422 | SUPPLY_DATE_REQUIRED | /supplyDate",
            "{'template':'NONE-SUCH'} | 422 | TERMS_TEMPLATE_UNKNOWN | /terms/template",
            "{'template':'ANY','netDays':30} | 422 | VALUE_INVALID | /terms/template"})
    void termsThatCannotBeAppliedAreRefused(String terms, int status, String code, String pointer) {
        var refused = issue("2026-01-15", "'terms':" + terms).expect(status, code);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void termsAndDueDatesTogetherAreRefused() {
        var refused = issue("2026-01-15", "'terms':{'netDays':30},'dueDate':'2026-02-15'").expect(422,
                "VALUE_INVALID");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/terms");
    }

    @Test
    void anInvoicesOwnTermsGoBeforeThoseOfItsAccount() {
        var issued = issue("2026-01-15",
                """
                        'terms':{'netDays':60,'roll':'FOLLOWING','instalments':[{'percent':'30','netDays':0},{'percent':'70'}]}""")
                .expect(201);
        assertThat(issued.at("/instalments/0/dueDate")).isEqualTo("2026-01-15");
        assertThat(issued.at("/instalments/0/amount/amount")).isEqualTo("30.00");
        assertThat(issued.at("/instalments/1/dueDate")).isEqualTo("2026-03-16");
        assertThat(issued.at("/instalments/1/amount/amount")).isEqualTo("70.00");
        assertThat(issued.at("/terms/netDays")).isEqualTo("60");
    }

    @Test
    void aTemplateIsWhatTheVersionValidAtTheInvoicesDateSays() {
        policy("2026-01-01", "'templates':[{'name':'USUAL','terms':{'netDays':30}}]");
        policy("2026-03-01", "'templates':[{'name':'USUAL','terms':{'netDays':45,'endOfMonth':'NET_THEN_END'}}]");
        api.put("/v1/customer-accounts/" + book.account + "/terms",
                "{'terms':{'template':'USUAL'},'effectiveDate':'2026-01-01'}").expect(200);

        var first = issue("2026-02-28", "").expect(201);
        assertThat(first.at("/instalments/0/dueDate")).isEqualTo("2026-03-30");
        assertThat(first.at("/terms/template")).isEqualTo("USUAL");
        assertThat(issue("2026-03-01", "").expect(201).at("/instalments/0/dueDate"))
                .isEqualTo("2026-04-30");

        var before = issue("2025-12-31", "'terms':{'template':'USUAL'}").expect(422, "TERMS_TEMPLATE_UNKNOWN");
        assertThat(before.at("/detail")).contains("USUAL", "no credit policy is valid");
    }

    /** A version that is set later and valid earlier judges what is decided from then on, not what was decided. */
    @Test
    void aBackdatedVersionLeavesDecisionsAsTheyWere() {
        policy("2026-02-01", "'templates':[{'name':'USUAL','terms':{'netDays':30}}]");
        var decided = issue("2026-02-10", "'terms':{'template':'USUAL'}").expect(201);
        policy("2026-01-01", "'templates':[{'name':'USUAL','terms':{'netDays':10}}]");

        // Of 10 February the first version is still the later one; of 20 January only the backdated one is valid.
        assertThat(issue("2026-02-10", "'terms':{'template':'USUAL'}").expect(201).at("/instalments/0/dueDate"))
                .isEqualTo("2026-03-12");
        assertThat(issue("2026-01-20", "'terms':{'template':'USUAL'}").expect(201).at("/instalments/0/dueDate"))
                .isEqualTo("2026-01-30");
        policy("2026-02-01", "'templates':[{'name':'USUAL','terms':{'netDays':20}}]");
        assertThat(issue("2026-02-10", "'terms':{'template':'USUAL'}").expect(201).at("/instalments/0/dueDate"))
                .isEqualTo("2026-03-02");
        assertThat(decided.at("/instalments/0/dueDate")).isEqualTo("2026-03-12");
    }

    @Test
    void theLegalMaximumIsReported() {
        policy("2026-01-01", MAXIMUM.formatted("REPORT"));
        var beyond = issue("2026-01-15", "'dueDate':'2026-03-20'").expect(201);
        assertThat(beyond.at("/legalMaximum/exceeded")).isEqualTo("true");
        assertThat(beyond.at("/legalMaximum/latestDueDate")).isEqualTo("2026-03-16");
        assertThat(beyond.at("/legalMaximum/daysOver")).isEqualTo("4");
        assertThat(beyond.at("/legalMaximum/policyVersion")).isEqualTo("1");
        assertThat(beyond.at("/legalMaximum/source")).isEqualTo("Code de commerce, article L441-10 I");
        var within = issue("2026-01-15", "'terms':{'netDays':45,'endOfMonth':'NET_THEN_END'}").expect(201);
        assertThat(within.at("/instalments/0/dueDate")).isEqualTo("2026-03-31");
        assertThat(within.at("/legalMaximum/exceeded")).isEqualTo("false");
    }

    @Test
    void theLegalMaximumRefusesWhereThePolicySaysSo() {
        policy("2026-01-01", MAXIMUM.formatted("REFUSE"));
        var refused = issue("2026-01-15", "'dueDate':'2026-03-20'").expect(422, "LEGAL_MAXIMUM_EXCEEDED");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/dueDate");
        assertThat(refused.at("/detail")).contains("2026-03-20", "2026-03-16", "4 days", "L441-10");
        issue("2026-01-15", "'dueDate':'2026-03-16'").expect(201);
        // Another ledger issued it.
        issue("2026-01-15", "'dueDate':'2026-03-20','opening':{'cutOverDate':'2026-02-01'}").expect(201);
    }

    @Test
    void aHolidayOfThePolicyIsNoBusinessDay() {
        policy("2026-01-01", "'holidays':['2026-02-16']");
        assertThat(issue("2026-01-15", "'terms':{'netDays':30,'roll':'FOLLOWING'}").expect(201)
                .at("/instalments/0/dueDate")).isEqualTo("2026-02-17");
    }

    private static final String MAXIMUM = """
            'legalMaximum':{'mode':'%s','source':'Code de commerce, article L441-10 I','limits':[{'netDays':60},
              {'netDays':45,'endOfMonth':'NET_THEN_END'},{'netDays':45,'endOfMonth':'END_THEN_NET'}]}""";

    private void policy(String validFrom, String terms) {
        var answer = api.put("/v1/credit-policies/" + book.entity,
                "{'validFrom':'%s','terms':{%s}}".formatted(validFrom, terms));
        assertThat(answer.status()).as(answer.body().toString()).isIn(200, 201);
    }

    private Answer issue(String issueDate, String rest) {
        var id = Book.id("INV");
        var more = rest.isEmpty() ? "" : "," + rest;
        return api.post("/v1/invoices", """
                {'invoiceId':'%s','invoiceNumber':'%s','accountId':'%s','issueDate':'%s','total':%s%s}"""
                .formatted(id, id, book.account, issueDate, Book.eur("100.00"), more));
    }
}
