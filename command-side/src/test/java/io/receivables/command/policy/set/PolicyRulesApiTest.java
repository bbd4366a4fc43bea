package io.receivables.command.policy.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.receivables.command.testing.Api;
import io.receivables.command.testing.Book;
import io.receivables.platform.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRulesApiTest {

    private final Book book = Book.open();
    private final Api api = Api.as(Role.CONTROLLER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'edges':[30,30] | EDGES_INVALID | /edges/1",
            "'edges':[0,30] | EDGES_INVALID | /edges/0",
            "'edges':[] | EDGES_INVALID | /edges",
            "'edges':[1,2,3,4,5,6,7,8,9,10,11,12,13] | EDGES_INVALID | /edges",
            "'tolerance':{'amount':'1.00','currency':'USD'} | CURRENCY_MISMATCH | /tolerance",
            "'allocationOrder':['OLDEST_FIRST','OLDEST_FIRST'] | VALUE_INVALID | /allocationOrder",
            "'discounts':{'graceDays':-1} | VALUE_INVALID | /discounts/graceDays",
            "'dunning':{'levels':[{'level':1,'daysPastDue':5},{'level':1,'daysPastDue':9}]} | VALUE_INVALID | /dunning/levels/1/level",
            "'dunning':{'levels':[{'level':1,'daysPastDue':5},{'level':2,'daysPastDue':5}]} | VALUE_INVALID | /dunning/levels/1/daysPastDue",
            "'lateCharges':{'fixedIndemnity':{'amount':'40.00','currency':'USD'}} | CURRENCY_MISMATCH | /lateCharges/fixedIndemnity",
            "'lateCharges':{'scales':[]} | VALUE_INVALID | /lateCharges/scales",
            "'lateCharges':{'scale':{'kind':'FLAT','amount':{'amount':'1.00','currency':'EUR'}},'scales':[{'kind':'FLAT','amount':{'amount':'1.00','currency':'EUR'}}]} | VALUE_INVALID | /lateCharges/scales",
            "'lateCharges':{'scales':[{'kind':'FLAT'}]} | VALUE_INVALID | /lateCharges/scales/0/amount",
            "'lateCharges':{'scale':{'kind':'TIERED','steps':[]}} | VALUE_INVALID | /lateCharges/scale/steps",
            "'lateCharges':{'debtorClasses':[{'debtorClass':'PUBLIC'},{'debtorClass':'PUBLIC'}]} | VALUE_INVALID | /lateCharges/debtorClasses/1/debtorClass",
            "'lateCharges':{'debtorClasses':[{'debtorClass':'CONSUMER','graceDays':-1}]} | VALUE_INVALID | /lateCharges/debtorClasses/0/graceDays",
            "'lateCharges':{'debtorClasses':[{'debtorClass':'CONSUMER','interest':{}}]} | VALUE_INVALID | /lateCharges/debtorClasses/0/interest",
            "'writeOffs':{'reasons':[]} | VALUE_INVALID | /writeOffs/reasons"})
    void whatCouldNotBeAppliedIsRefused(String rules, String code, String pointer) {
        var refused = api.put(path(), "{'validFrom':'2026-01-01',%s}".formatted(rules)).expect(422, code);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void aRuleOfNoNameIsRefused() {
        api.put(path(), "{'validFrom':'2026-01-01','allocationOrder':['BY_TASTE']}").expect(422, "VALUE_INVALID");
    }

    @Test
    void aListWithAHoleIsRefused() {
        api.put(path(), "{'validFrom':'2026-01-01','edges':[30,null]}").expect(400, "REQUIRED");
        api.put(path(), "{'validFrom':'2026-01-01','allocationOrder':[null]}").expect(400, "REQUIRED");
    }

    @Test
    void aVersionAnswersWithItsRules() {
        var set = api.put(path(), """
                {'validFrom':'2026-01-01','edges':[15,45],'tolerance':{'amount':'0.50','currency':'EUR'},
                 'allocationOrder':['EXACT_MATCH','OLDEST_FIRST'],'componentOrder':'CHARGES_FIRST',
                 'dunning':{'levels':[{'level':1,'daysPastDue':5,'fee':{'amount':'7.50','currency':'EUR'}}]}}""")
                .expect(201);
        assertThat(set.at("/edges/1")).isEqualTo("45");
        assertThat(set.at("/tolerance/amount")).isEqualTo("0.50");
        assertThat(set.at("/allocationOrder/0")).isEqualTo("EXACT_MATCH");
        assertThat(set.at("/dunning/levels/0/fee/amount")).isEqualTo("7.50");
    }

    private String path() {
        return "/v1/credit-policies/" + book.entity;
    }
}
