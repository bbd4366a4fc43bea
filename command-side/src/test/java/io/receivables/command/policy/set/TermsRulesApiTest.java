package io.receivables.command.policy.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsRulesApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'templates':[{'terms':{'netDays':30}}] | 400 | REQUIRED | /terms/templates/0/name",
            "'templates':[{'name':'A'}] | 400 | REQUIRED | /terms/templates/0/terms",
            "'templates':[{'name':'A','terms':{}}] | 400 | WRONG_TYPE | /terms/templates/0/terms/netDays",
            "'templates':[{'name':'A','terms':{'netDays':30}},{'name':'A','terms':{'netDays':60}}] | 422 | VALUE_INVALID | /terms/templates/1/name",
            "'templates':[{'name':'A','terms':{'netDays':30,'template':'B'}}] | 422 | VALUE_INVALID | /terms/templates/0/terms/template",
            "'templates':[{'name':'A','terms':{'netDays':4000}}] | 422 | VALUE_INVALID | /terms/templates/0/terms/netDays",
            "'templates':[{'name':'A','terms':{'netDays':30,'instalments':[{'percent':'99'}]}}] | 422 | INSTALMENT_SHARES_INVALID | /terms/templates/0/terms/instalments",
            "'templates':[{'name':'A','terms':{'netDays':30,'discount':{'percent':'100','withinDays':10}}}] | 422 | PERCENTAGE_INVALID | /terms/templates/0/terms/discount/percent",
            "'holidays':['2026-02-30'] | 422 | DATE_INVALID | /terms/holidays/0",
            "'legalMaximum':{'limits':[{'netDays':60}]} | 400 | REQUIRED | /terms/legalMaximum/source",
            "'legalMaximum':{'limits':[],'source':'law'} | 422 | VALUE_INVALID | /terms/legalMaximum/limits",
            "'legalMaximum':{'limits':[{'netDays':-1}],'source':'law'} | 422 | VALUE_INVALID | /terms/legalMaximum/limits/0/netDays",
            "'legalMaximum':{'limits':[{'netDays':1}],'source':'law','mode':'WARN'} | 422 | VALUE_INVALID | /terms/legalMaximum/mode",
            "'colour':'blue' | 400 | UNKNOWN_FIELD | /terms/colour"})
    void whatCouldNotBeAppliedIsRefused(String terms, int status, String code, String pointer) {
        var refused = api.put(path(), "{'validFrom':'2026-01-01','terms':{%s}}".formatted(terms)).expect(status, code);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void aVersionAnswersWithItsTerms() {
        var set = api.put(path(), """
                {'validFrom':'2026-01-01','terms':{'holidays':['2026-05-01'],
                 'templates':[{'name':'2/10','terms':{'netDays':30,'discount':{'percent':'2.00','withinDays':10}}}],
                 'legalMaximum':{'limits':[{'netDays':60}],'source':'Code de commerce, article L441-10 I'}}}""")
                .expect(201);
        assertThat(set.at("/terms/templates/0/terms/endOfMonth")).isEqualTo("NONE");
        assertThat(set.at("/terms/templates/0/terms/discount/taxMode")).isEqualTo("INCLUDED");
        assertThat(set.at("/terms/legalMaximum/limits/0/netDays")).isEqualTo("60");
    }

    @Test
    void aTemplateThatNobodyKnowsIsRefusedOnAnAccount() {
        api.put(path(), "{'validFrom':'2026-02-01','terms':{'templates':[{'name':'A','terms':{'netDays':7}}]}}")
                .expect(201);
        var terms = "/v1/customer-accounts/" + book.account + "/terms";
        api.put(terms, "{'terms':{'template':'A'},'effectiveDate':'2026-01-31'}")
                .expect(422,
                        "TERMS_TEMPLATE_UNKNOWN");
        var unknown = api.put(terms, "{'terms':{'template':'B'},'effectiveDate':'2026-02-01'}")
                .expect(422, "TERMS_TEMPLATE_UNKNOWN");
        assertThat(unknown.at("/detail")).contains("B", "version 1");
        var changed = api.put(terms, "{'terms':{'template':'A'},'effectiveDate':'2026-02-01'}").expect(200);
        assertThat(changed.at("/terms/template")).isEqualTo("A");
        assertThat(changed.at("/terms/netDays")).isEqualTo("7");
    }

    @Test
    void fixedAmountsAreInTheAccountsCurrency() {
        var refused = api.put("/v1/customer-accounts/" + book.account + "/terms", """
                {'terms':{'netDays':30,'instalments':[{'amount':{'amount':'1.00','currency':'USD'}},{}]},
                 'effectiveDate':'2026-02-01'}""").expect(422, "CURRENCY_MISMATCH");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/terms/instalments/0/amount");
    }

    private String path() {
        return "/v1/credit-policies/" + book.entity;
    }
}
